import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { archiveCampaign } from './archive-campaign.ts'
import { assignName, releaseName } from './assign-name.ts'
import { changeCampaign } from './change-campaign.ts'
import * as promises from './contract.ts'
import { createCampaign } from './create-campaign.ts'
import { getCampaign } from './get-campaign.ts'
import { getCampaignDays } from './get-campaign-days.ts'
import { listLeadsOf, listTouchesOf } from './list-campaign-rows.ts'
import { listCampaigns } from './list-campaigns.ts'
import { removeCampaign } from './remove-campaign.ts'
import { listUnclaimedNames } from './unclaimed-names.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.listCampaigns, ({ ctx, query }) => listCampaigns(ctx, query)),
  endpoint(promises.createCampaign, ({ ctx, caller, body }) => createCampaign(ctx, { body, by: caller.id })),
  endpoint(promises.getCampaign, ({ ctx, params }) => getCampaign(ctx, params.campaignId)),
  endpoint(promises.changeCampaign, ({ ctx, params, body }) => changeCampaign(ctx, { ...params, body })),
  endpoint(promises.archiveCampaign, ({ ctx, params, body }) => archiveCampaign(ctx, { ...params, ...body })),
  endpoint(promises.removeCampaign, ({ ctx, params }) => removeCampaign(ctx, params)),
  endpoint(promises.listUnclaimedNames, ({ ctx }) => listUnclaimedNames(ctx.db)),
  endpoint(promises.assignCampaignName, ({ ctx, params, body }) => assignName(ctx, { ...params, ...body })),
  endpoint(promises.releaseCampaignName, ({ ctx, params, query }) => releaseName(ctx, { ...params, ...query })),
  endpoint(promises.getCampaignDays, ({ ctx, params, query }) => getCampaignDays(ctx, { ...params, ...query })),
  endpoint(promises.listCampaignLeads, ({ ctx, params, query }) => listLeadsOf(ctx, { ...params, ...query })),
  endpoint(promises.listCampaignTouches, ({ ctx, params, query }) => listTouchesOf(ctx, { ...params, ...query })),
]
