// Generated from docs/openapi.json by bin/make-openapi.ts.
export interface paths {
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Companies by name, by keyset. */
        get: operations["listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One company with its people and deals. */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Says who owns a company, or with null that nobody does. Leads that have an owner already keep theirs. */
        patch: operations["changeAccount"];
        trace?: never;
    };
    "/api/accounts/{accountId}/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says that the caller looks at this company now, and tells when they looked before. */
        put: operations["lookAtAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{accountId}/needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What everybody of a company needs. */
        get: operations["getAccountNeeds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{accountId}/story": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stories of everybody of a company as one, newest first. */
        get: operations["getAccountStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreement-schema.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The JSON Schema of the document, for editors. */
        get: operations["getAgreementSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version, newest first. */
        get: operations["listAgreements"];
        put?: never;
        /** Saves a new draft version. A document with problems is refused and changes nothing. */
        post: operations["draftAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version as document and as sentences. `current` is the one in force now. */
        get: operations["getAgreement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{version}/clauses/{clause}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a clause decided, newest first: the rows behind its numbers. */
        get: operations["listClauseDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{version}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes a draft in place. Comments stay; signatures under the earlier text no longer count. A document with problems is refused. */
        put: operations["amendDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{version}/running-clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What becomes of the clocks that run now if this version came into force now: how many keep, change or end. */
        get: operations["previewRunningClocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{version}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs a version for the team one belongs to. A draft with every signature of both teams comes into force two seconds later, or on its date. */
        post: operations["signAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{version}/threads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people say about the clauses of a version, oldest first. */
        get: operations["listThreads"];
        put?: never;
        /** Says something about a clause of a draft. What is already open on it is carried on. Its author hears of it. */
        post: operations["openThread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{version}/threads/{threadId}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers. Whoever wrote before, and the author of the draft, hear of it. What was resolved is open again. */
        post: operations["answerThread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{version}/threads/{threadId}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Marks what was said as settled, or opens it again. */
        put: operations["resolveThread"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{version}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraws a draft. The version in force cannot be withdrawn, only superseded. */
        post: operations["withdrawAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{version}/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I have written on a version without saving it, and who else is writing on it. */
        get: operations["getWork"];
        /** Keeps what I am writing on a version, sound or not. */
        put: operations["keepWork"];
        post?: never;
        /** Forgets what I have written on a version without saving it. */
        delete: operations["dropWork"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Checks a document without saving it: problems with line and clause, or the clauses as sentences. */
        post: operations["checkAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes changes in a document that is being written, and answers the text, its parts and what is wrong with it. Stores nothing. */
        post: operations["editAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/standard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The agreement that Ensemble ships, by the clock and in the language of this company. */
        get: operations["getStandardAgreement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/vocabulary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a document may speak of here: fields of conditions, kinds of facts, teams and people. */
        get: operations["getVocabulary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys with which programs act as you; administrators see those of everybody. Secrets are never shown again. */
        get: operations["listApiKeys"];
        put?: never;
        /** Makes a key that acts as you, within these scopes and never beyond your role. The secret is shown once. */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes a key at once: your own, or anybody’s for administrators. */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything this Ensemble knows as of now, as a ZIP of CSV tables with a description. Passwords, sign-ins and API keys are not in it. `ensemble import archive FILE` brings it up again. */
        get: operations["downloadArchive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What earned it: credits by channel, campaign, landing page, origin or message, by every model side by side. */
        get: operations["getAttribution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attribution/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The leads, opportunities or deals behind a number, each with its touches and what each touch is credited with. */
        get: operations["listAttributedDeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attribution/doubt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the data can tell the labels apart, and how far credits would move with other deals (bootstrap, 95 %). */
        get: operations["getAttributionDoubt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attribution/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** From the first touch over the second and the last one to what it became, of everybody who became a lead. */
        get: operations["getJourneyFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attribution/months": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cohorts by the month of the first touch: what they became, what was spent in that month, and how long it took. */
        get: operations["getAttributionMonths"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attribution/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Spend, leads, what sales said, opportunities, won money and return, by campaign or channel. */
        get: operations["getReturn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attribution/self-reported": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people answered to "How did you hear of us?", beside the channel that was tracked. */
        get: operations["getSelfReported"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attribution/table.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The credits of every label by every model, as a table. */
        get: operations["getAttributionCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backtests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest back-tests, newest first. */
        get: operations["listBacktests"];
        put?: never;
        /** Tries a draft on the past, in the background: a document, or a saved version. A document with problems is refused. */
        post: operations["startBacktest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backtests/{backtestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One back-test: how far it is, and its answer when it is done. */
        get: operations["getBacktest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backtests/{backtestId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops a back-test that is waiting or running. */
        post: operations["cancelBacktest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backtests/{backtestId}/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The leads behind a number of the answer, in order of first contact. Kept for the latest back-tests. */
        get: operations["listBacktestLeads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backtests/{backtestId}/same-draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest try of the same text on each period and segment, in order of period, with what can be compared. */
        get: operations["listSameDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backtests/conditions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether the condition of a segment can be read, and what it says in words. Stores nothing. */
        post: operations["checkSegmentCondition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backtests/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The headline figures of a document on the past, at once: the history is held in memory for some minutes. Stores nothing; asking again drops what the same person asked before (409). */
        post: operations["tryOnPastLive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backtests/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the leads first met in a period can be told apart by, with how many there are of each. */
        get: operations["listBacktestSegments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backtests/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drafts an agreement from what came of the leads of a period: the version in force, with who may be called first by where they came from. Stores nothing. */
        post: operations["suggestAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says what came of a call and what follows: recorded as facts, and the next attempt is planned as the promise of attempts says. In a session it must be the caller’s turn with this person. */
        post: operations["logCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/best-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The share of calls that reached somebody, by weekday and hour on their clock. */
        get: operations["getBestHours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A telephone system says that a call is over: how long it lasted, whether anybody took it, where the recording is. A call nobody took becomes a call to make. */
        post: operations["endCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/heard-of-us": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many of the people spoken to had heard of the company before, by channel and by month: yes of yes and no, with its interval; who was unsure or was not asked stands apart. */
        get: operations["getHeardOfUs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/incoming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The calls that came in of late, newest first. */
        get: operations["listIncomingCalls"];
        put?: never;
        /** A telephone system announces a call: the story appears on the right seller’s screen. Needs an API key with the scope calls:write, or the secret of calls: in X-Call-Secret, or by signing as Standard Webhooks do. Sent again with the same id it has its effect once. */
        post: operations["receiveCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/incoming/{callId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One call with the story of whoever is calling. */
        get: operations["getIncomingCall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/incoming/{callId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** I have it: the others’ screens let it go, and the lead counts as spoken with. */
        post: operations["answerCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/incoming/{callId}/person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says who called: somebody known, or somebody new with this name. */
        post: operations["attachCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/incoming/{callId}/settled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says that an unknown number was called back, or is not for us: all its missed calls so far wait no more. */
        put: operations["settleUnknownCaller"];
        post?: never;
        /** Takes that back: the number waits on Today again. */
        delete: operations["unsettleUnknownCaller"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists that are kept: whom they find is asked anew each time. */
        get: operations["listCallLists"];
        put?: never;
        /** Keeps a list under a name. */
        post: operations["saveCallList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/lists/{listId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a kept list. Sessions built from it stay. */
        delete: operations["removeCallList"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/may": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who of these people may be called now, and if not, why and from when. Changes nothing. */
        post: operations["mayCallPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/planned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls that are planned: those asked for, the next attempts, those missed. The earliest first. */
        get: operations["listPlannedCalls"];
        put?: never;
        /** Plans a call to somebody at a time of theirs. */
        post: operations["planCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/planned/{planId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Moves a planned call, or does away with it. */
        patch: operations["changePlannedCall"];
        trace?: never;
    };
    "/api/calls/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many people a list would hold, how many may be called right now, and how many are left out and why. Stores nothing. */
        post: operations["previewCallList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/scripts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is said on the phone. */
        get: operations["listCallScripts"];
        put?: never;
        /** Adds a script. */
        post: operations["createCallScript"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/scripts/{scriptId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Writes a script anew, or puts it away. */
        put: operations["changeCallScript"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes the secret with which the telephone system announces calls. It is shown once; the one before stops working. */
        post: operations["makeCallSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Call sessions, newest first, each with how far it is. */
        get: operations["listCallSessions"];
        put?: never;
        /** Builds a list from a segment or a saved list, and opens a session on it. */
        post: operations["createCallSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One session: its script, how far it is, what came of it by seller, and whom the caller has now. */
        get: operations["getCallSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/sessions/{sessionId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a session for everybody. What was recorded stays. */
        post: operations["closeCallSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/sessions/{sessionId}/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Still calling: the person stays the caller’s. */
        post: operations["keepCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/sessions/{sessionId}/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The next person to call: the caller’s own until the outcome is said, so that nobody is called by two. Null when nobody is left for now. */
        post: operations["takeNextCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/sessions/{sessionId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops the clock of the caller’s session and gives back the person they had. */
        post: operations["pauseCalls"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/sessions/{sessionId}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Not now: the person goes to the end of the list, or off it. */
        post: operations["skipCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When people may be called, whose extension is whose, and whether a telephone system may announce calls. */
        get: operations["getCallSettings"];
        /** Changes them. */
        put: operations["changeCallSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes back the caller’s last outcome (in a session): its facts, its plan; the person is the caller’s again. */
        post: operations["undoCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calls/unknown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Missed calls from numbers nobody is known by: to call back, to attach to somebody (attachCall), or not for us. One for each number. */
        get: operations["listUnknownCallers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every campaign with its spend and its leads. */
        get: operations["listCampaigns"];
        put?: never;
        /** Adds a campaign. Its name and aliases may not lead to another. */
        post: operations["createCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaignId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One campaign. */
        get: operations["getCampaign"];
        /** Says anew what a campaign is. Costs and touches of names that no longer lead to it are unclaimed again. */
        put: operations["changeCampaign"];
        post?: never;
        /** Removes a campaign made by mistake: one that has costs or codes is refused. */
        delete: operations["removeCampaign"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaignId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Puts a campaign away, or takes it out again. What it earned and cost stays. */
        put: operations["archiveCampaign"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaignId}/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Short addresses of a campaign, newest first; at most 2,000. All of them are in the CSV file. */
        get: operations["listCodes"];
        put?: never;
        /** Makes a short address for a campaign: one for everybody, or one for each person named by e-mail address. A visit by a personal one is recorded as theirs. */
        post: operations["createCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaignId}/codes.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The short addresses of a campaign for the printer; cells that a spreadsheet would run are made harmless. */
        get: operations["downloadCodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaignId}/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Costs, touches and new leads of a campaign, day by day in the company’s zone. */
        get: operations["getCampaignDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaignId}/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The leads a campaign brought, newest first, by keyset. */
        get: operations["listCampaignLeads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaignId}/lift-tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Holdout and region tests of a campaign, with what they found. */
        get: operations["listLiftTests"];
        put?: never;
        /** Stores a test of a campaign: arms with their counts, or regions before and after. */
        post: operations["addLiftTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaignId}/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** From now on this name leads to the campaign; touches and costs that have it count at once. */
        post: operations["assignCampaignName"];
        /** The name leads to no campaign any more. */
        delete: operations["releaseCampaignName"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{campaignId}/touches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Touches that name a campaign, newest first, by keyset. */
        get: operations["listCampaignTouches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes cards in: each person is found or made by the rules of identity, known by whoever took the card, and met at the event where one is named. */
        post: operations["takeCards"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cards/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads business cards (vCard 2.1 to 4.0, many in one file) and says for each whether somebody is known by it. Nothing is stored. */
        post: operations["previewCards"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channel-hosts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replaces the company’s own list of referring hosts: a CSV with the columns medium (search, social, video, email or a word of one’s own), source, host. */
        put: operations["saveChannelHosts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channel-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules that name the channel of a touch, in their order: the first that holds decides. */
        get: operations["getChannelRules"];
        /** New touches are named by these rules at once; old ones are named anew in the background. What was recorded stays. */
        put: operations["saveChannelRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channel-rules/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the touches of the last days would be called by other rules. Changes nothing. */
        post: operations["previewChannelRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What runs out next: the running clocks of sales, soonest due first, by keyset. */
        get: operations["listClocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clocks/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives leads to somebody, with the manager’s reason, all or none. Who is away or no longer here is refused unless confirmed. Undo: retract the facts answered. */
        post: operations["assignLeads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clocks/load": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who of sales has how much: open leads, clocks late and soon, what today may still bring, and who is away. */
        get: operations["getLoad"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codes/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** The short address leads nowhere any more. Visits that were recorded stay. */
        delete: operations["removeCode"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Conversations, the newest first, of a person, a seller, a kind, or in which a name was heard. */
        get: operations["listConversations"];
        put?: never;
        /** Takes a transcript from the program that wrote it, by an API key with the scope conversations:write. `who` finds the prospect; `reps` names who spoke for us (names, e-mails of colleagues or speaker labels). The same transcript counts once. */
        post: operations["receiveConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One conversation: who spoke, what was said, what it measures against the target of its kind, what was heard where. */
        get: operations["getConversation"];
        put?: never;
        post?: never;
        /** Removes the words and keeps the figures (`what=words`), or takes the whole conversation back (`what=all`). */
        delete: operations["removeConversation"];
        options?: never;
        head?: never;
        /** Says of what kind it was, how it is called, and who its speakers are; everything is measured anew. */
        patch: operations["changeConversation"];
        trace?: never;
    };
    "/api/conversations/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads a transcript (multipart, at most 20 MB; WebVTT, SRT, RTTM, Otter, Zoom, Teams, or the JSON of Gong, Fireflies, Deepgram, AssemblyAI, Amazon Transcribe) and says which conversations it holds and who may be speaking. A field `personId` before the file helps to tell them. Nothing is stored. */
        post: operations["previewConversations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cost-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports of costs, newest first. */
        get: operations["listCostImports"];
        put?: never;
        /** Uploads exports of Google Ads, Facebook Ads, LinkedIn or a plain table of costs by day (multipart, CSV or XLSX) and says what they would do. Files of names of campaigns and ads may come along. */
        post: operations["uploadCosts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cost-imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import of costs. */
        get: operations["getCostImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cost-imports/{importId}/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the files would do with these options. Writes no costs. */
        post: operations["previewCosts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cost-imports/{importId}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stores the costs, all or none. The same files again change nothing; a day that costs otherwise now is put right. */
        post: operations["runCostImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cost-imports/{importId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes back the costs an import brought, and puts back what it had put right. */
        post: operations["undoCostImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cost-rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The costs behind a sum, newest day first, by keyset. */
        get: operations["listCostRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/costs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Costs summed by campaign, channel or day, one row a currency. */
        get: operations["listCosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/currency-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rates by which costs in other currencies are shown in the company’s own. */
        get: operations["getCurrencyRates"];
        /** Replaces the table of rates. */
        put: operations["saveCurrencyRates"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deal-board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The open deals of a pipeline in columns by stage, each with its count, its money by currency and its first cards. More cards: `listDeals` with the same filters, the stage, `status=open`, the same sort and `after` = the mark of the column. */
        get: operations["getDealBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deal-sums": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many deals a list holds, and their money by currency. */
        get: operations["sumDeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deals by keyset: any depth costs the same. `newest` by opening, `closing` by close date (none last), `largest` by amount, `closed` latest closing first, `stalest` longest in its stage. */
        get: operations["listDeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list as a table for a spreadsheet (UTF-8), amounts in units; cells a spreadsheet would run are made harmless. */
        get: operations["exportDeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the demo company is. */
        get: operations["getDemo"];
        put?: never;
        /** Fills an empty installation with the demo company, in the background. Refused when there are leads already. */
        post: operations["makeDemo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document as it was uploaded. */
        get: operations["downloadDocument"];
        put?: never;
        post?: never;
        /** Removes a document; the fact that carried it is taken back with it. Whoever uploaded it within a day, or a manager. */
        delete: operations["removeDocument"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pairs of identified people who may be one, the most certain first. Only a human joins them. */
        get: operations["listDuplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duplicates/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Looks for pairs now instead of at the next full hour. */
        post: operations["findDuplicates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/duplicates/judge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says of a pair that they are not the same person (kept for good), to ask again in a week, or to ask again now. */
        post: operations["judgeDuplicate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events: `lead` {personId, attempt, owner, previousOwner, what} when a lead changes, at once where it is mine or I have it open; `leads` when many did that are not, `notice` {id} for me, `import` {importId, progress}, `demo` {progress}, `gap` when something may have been missed. Reconnect and refetch after a gap. */
        get: operations["listenEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The one way in: records facts, one or many, all or none. Accept, reject, calls, verdicts, deals, undo (`fact.retracted`) are facts. A role may record only the kinds it is allowed. */
        post: operations["recordFacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What sales said of what marketing did, and what came of it: newest first, by keyset. */
        get: operations["listFeedback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feedback/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many loops are open, late and closed, and how long answers took. */
        get: operations["getFeedbackCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What open deals will bring, by month of close date and currency, in three ways beside each other: by the probability of the stage, by own history, by seller with their past accuracy. `asOf` in the past shows what was to be foreseen then. Down to the rows: `listDeals` with `status=open`, `closeFrom`, `closeTo`; of the past: `listForecastPast`. */
        get: operations["getForecast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forecast/past": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The deals behind the accuracy of a past month: what each said when the month began, and what came of it. */
        get: operations["listForecastPast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hosted lead forms with their address and how many people sent them. */
        get: operations["listForms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forms/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Creates or changes a hosted form. */
        put: operations["saveForm"];
        post?: never;
        /** Removes a form; what it brought stays. */
        delete: operations["removeForm"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cohort of leads first met in a half-open period, by stage and by group. Rates carry n and a 95 % Wilson interval. */
        get: operations["getFunnel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/funnel/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The leads behind a number of the funnel. */
        get: operations["listFunnelRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Answers 200 when the database answers and its schema is this build’s. */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/import-profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ready profiles and saved mappings. */
        get: operations["listImportProfiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/import-profiles/{profileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forgets a saved mapping. */
        delete: operations["removeImportProfile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports, newest first. */
        get: operations["listImports"];
        put?: never;
        /** Uploads one or more CSV or XLSX files (multipart). The profile is recognised from the columns, or `contacts` with a proposed mapping. */
        post: operations["uploadImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import with its progress and result. */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{importId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops a running import and takes back what it had written. */
        post: operations["cancelImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{importId}/issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every dropped or repaired row with the reason. */
        get: operations["listImportIssues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{importId}/issues.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a CSV file with the original rows; cells that a spreadsheet would run are made harmless. */
        get: operations["downloadImportIssues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{importId}/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the first rows would become under a mapping, with the problems they have. Writes nothing. */
        post: operations["previewImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{importId}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts the import in the background. */
        post: operations["runImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{importId}/survey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For files of a CRM: every stage their deals go through with the stage of the house it is most like (or was chosen last time), and how many amounts name no currency. Writes nothing. */
        get: operations["surveyImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{importId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes back everything the import brought; people who have since done something else stay with what they did. */
        post: operations["undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/introductions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Introductions that were asked for, and what came of them for the pipeline. */
        get: operations["listIntroductions"];
        put?: never;
        /** Notes that a colleague or a contact was asked to introduce us to somebody. */
        post: operations["askIntroduction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/introductions/{introductionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says how it stands: promised, made (recorded as a referral in the person’s story), declined, or asked again. */
        put: operations["changeIntroduction"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets a password with the token of an invitation link, and signs in. */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invoices entered by hand. */
        get: operations["listInvoices"];
        put?: never;
        /** Enters one amount that is spread over its days in whole cents that sum to it. */
        post: operations["enterInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{invoiceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes an invoice back with its days. */
        delete: operations["removeInvoice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads, newest or hottest first, by keyset: any depth costs the same. */
        get: operations["listLeads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/learned-scores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Scores learned from outcomes, newest first, with how far to trust them and which versions name them. */
        get: operations["listLearnedScores"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/learned-scores/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One learned score with everything that was measured, and what each field of it has to say. */
        get: operations["getLearnedScore"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lift-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The smallest change a holdout of this size finds four times in five, said before it begins. */
        get: operations["planLift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lift-tests/{liftTestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a test. */
        delete: operations["removeLiftTest"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/link-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is wrong with tagged links, the channel and campaign each will count for, and how it should be written. */
        post: operations["checkLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How mail is sent, what waits, and the addresses that take none. The password is never shown. */
        get: operations["getMail"];
        /** Sets the mail server. An absent password stays as it is while host and user stay. Stored encrypted. */
        put: operations["setMail"];
        post?: never;
        /** Forgets the mail server: notices stay in the app from now on. */
        delete: operations["forgetMail"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a file of at most 15 MB beside a mail that is being written (multipart). Forgotten after two days when no mail takes it. */
        post: operations["uploadMailFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A text filled with what is known of a person, and the names of what is not known. Nothing is sent or stored. */
        post: operations["previewMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Templates of mails, with the variables each names and all there are. */
        get: operations["listMailTemplates"];
        put?: never;
        /** Adds a template. A variable there is none of is refused with its name. */
        post: operations["createMailTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-templates/{templateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Writes a template anew. Mails that were sent stay as they are. */
        put: operations["changeMailTemplate"];
        post?: never;
        /** Takes a template out of the list. */
        delete: operations["removeMailTemplate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-threads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Threads with people the house knows, the latest first: of one person, of the caller’s mailboxes, or all. Mail with nobody the house knows is shown to the owner of its mailbox alone. */
        get: operations["listMailThreads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-threads/{threadId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A thread with its mails, the oldest first; the latest two hundred of a longer one. */
        get: operations["getMailThread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/allowed-addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets mail go to an address again that refused it before. */
        post: operations["allowAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a test mail to the caller now, and says what went wrong if it did. */
        post: operations["testMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mailbox-presets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The servers of an address: as its provider is known, as its domain publishes them, or guessed. */
        get: operations["findMailboxPreset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mailbox-providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where colleagues can sign in for their mailboxes, and what to enter there. Client secrets are never shown. */
        get: operations["listMailboxProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mailbox-providers/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** What a provider knows this installation by. `other` names its own addresses and servers; they must stand on the open internet. */
        put: operations["saveMailboxProvider"];
        post?: never;
        /** Nobody signs in there any more. Mailboxes that did are not let in once their token ends. */
        delete: operations["removeMailboxProvider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mailbox-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether mail servers may stand in the company’s own network, and which certificates are believed beside those of the usual authorities. */
        get: operations["getMailboxRule"];
        /** Whether mail servers may stand in the company’s own network, at any port (off: only the open internet and the ports of mail), and certificates (PEM) that are believed besides. What is absent stays. */
        put: operations["setMailboxRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mailbox-sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The page of a provider at which the caller lets us into their mailbox (OAuth 2, authorisation code with PKCE). With `mailboxId` one is signed in anew. */
        post: operations["beginMailboxSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mailbox-sign-ins/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the provider sent back: its code becomes tokens, which are stored encrypted, both servers are tried, and the mailbox is connected. */
        post: operations["finishMailboxSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mailbox-tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tries both servers with what was entered and says what each answered. Nothing is stored. */
        post: operations["testMailbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mailboxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller’s mailboxes with what lies in each folder against what was seen of it. An administrator sees those of everybody, never their mail. Passwords are never shown. */
        get: operations["listMailboxes"];
        put?: never;
        /** Connects a mailbox of the caller after trying it. Its password is stored encrypted. Reading marks nothing as read and deletes nothing. */
        post: operations["connectMailbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mailboxes/{mailboxId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Disconnects a mailbox: its password and its counts are forgotten, mail with nobody the house knows is deleted here. Facts and threads of people stay. */
        delete: operations["removeMailbox"];
        options?: never;
        head?: never;
        /** Changes a mailbox of the caller. Another password or server is tried before it is stored; another policy, rule or day is applied to what was not kept so far. */
        patch: operations["changeMailbox"];
        trace?: never;
    };
    "/api/mailboxes/{mailboxId}/fetches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compares the mailbox with its server now, and fetches again what could not be read. */
        post: operations["refetchMailbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mailboxes/{mailboxId}/gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of the mails of a mailbox by day, and every mail that could not be read, with the reason. */
        get: operations["getMailboxGaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The outbox, newest first: what was sent to whom and what became of it. Without the text. Kept for 30 days. */
        get: operations["listMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mails-kept/{messageId}/html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A mail as it was laid out, cleaned: without scripts, forms and frames, and without pictures from elsewhere unless asked for. */
        get: operations["getMailHtml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mails-kept/{messageId}/thread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The thread a mail stands in, as a fact names it. */
        get: operations["getThreadOfMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meeting-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be booked: each with the address of its page, its hosts and how often it was booked. */
        get: operations["listMeetingTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meeting-types/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Creates or changes what can be booked. Sellers do so for themselves, managers for teams and others. */
        put: operations["saveMeetingType"];
        post?: never;
        /** Removes what can be booked; meetings that were booked stay. */
        delete: operations["removeMeetingType"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meeting-types/{slug}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When a meeting of this type can be booked now, with who is free: as visitors see it. */
        get: operations["previewMeetingSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Meetings of a span of time, one’s own or a colleague’s or everybody’s; those that are over without a word; or those whose guest proposes another time. */
        get: operations["listMeetings"];
        put?: never;
        /** Books a meeting with somebody known and invites them by mail. Refused when the host has another at that time. */
        post: operations["bookMeetingByHand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{meetingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One meeting, with the link by which the guest moves or cancels it. */
        get: operations["getMeeting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{meetingId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Cancels a meeting; the guest’s calendar is told. */
        put: operations["cancelMeeting"];
        post?: never;
        /** Takes a cancellation back, when the time is still free; the guest is invited anew. */
        delete: operations["uncancelMeeting"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{meetingId}/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Answers the other time a guest proposes: accepted, the meeting moves and their calendar follows; declined, it stays and they are told (DECLINECOUNTER). */
        put: operations["answerMeetingProposal"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{meetingId}/time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Moves a meeting; the guest gets the update by mail. Refused when the host has another at that time. */
        put: operations["moveMeeting"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{meetingId}/times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When the host of a meeting is free for it, its own time included: to move it. */
        get: operations["listFreeMeetingTimes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{meetingId}/word": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says what became of a meeting: held, or nobody came; with a note and the next step. */
        put: operations["giveMeetingWord"];
        post?: never;
        /** Takes the word back: the fact is retracted and the meeting waits for a word again. */
        delete: operations["takeBackMeetingWord"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is needed to book a meeting with somebody: the kinds of meetings, when the host is free, and whether the guest can be mailed. */
        get: operations["offerMeeting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The invitation as the guest would read it, what the host has at that time already, and their own time; nothing is stored. */
        post: operations["previewMeetingInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Of the meetings that are over and have a word: how many were held, and how many were missed, with the 95 % interval. */
        get: operations["countMeetings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the answer of a guest’s calendar to an invitation (an .ics file with METHOD:REPLY), or the time they propose instead (METHOD:COUNTER). */
        post: operations["applyMeetingReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Joins `from` into `into`: facts, keys and deals move, the old address leads to the new one. It can be undone. */
        post: operations["mergePeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/merges/{mergeId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes two people apart again: what moved goes back, and what has come since under the keys of the other. */
        post: operations["undoMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The message house: what the company says above all, its pillars, and every message with what it lacks; how many pillars both move and are proven. */
        get: operations["getMessageHouse"];
        /** Says the message above all and the pillars, in order. A pillar with messages cannot be left out. */
        put: operations["saveMessageHouse"];
        /** Writes a message, as version 1. It is offered once somebody approves it. */
        post: operations["createMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/{messageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Writes another version of a message; earlier ones stay, and it must be approved again. */
        put: operations["changeMessage"];
        post?: never;
        /** Takes a message out of use. Its versions and how often it was used stay. */
        delete: operations["archiveMessage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/{messageId}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves this version of a message: from now on it is offered. */
        post: operations["approveMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/{messageId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version of a message, the latest first. */
        get: operations["listMessageVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The secret address at which own meetings can be subscribed to, and the calendars whose busy times count. */
        get: operations["getMyCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-calendar/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a new secret address; the one before answers no more. */
        post: operations["renewMyFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-calendar/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the busy times of a calendar elsewhere into account (its address in iCal format), and reads it at once. */
        post: operations["addCalendarSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-calendar/sources/{sourceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a calendar elsewhere into account no more. */
        delete: operations["removeCalendarSource"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-calendar/sources/{sourceId}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads one of one’s own calendars again, now. */
        post: operations["rereadCalendarSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/my-card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own business card, with its address for a QR code. */
        get: operations["getMyCard"];
        /** Changes one’s own business card. */
        put: operations["saveMyCard"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which needs are met where: by segment or campaign, how many were known or suspected, confirmed against refuted, and resolved; each share with its n and interval. */
        get: operations["needsReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The catalogue of needs: names, pages and phrases by which they are recognised. */
        get: operations["listNeedTopics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs/topics/{topic}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Makes or changes a need of the catalogue. */
        put: operations["saveNeedTopic"];
        post?: never;
        /** Takes a need out of the catalogue. What was said under it stays in the stories. */
        delete: operations["deleteNeedTopic"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/networking/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events (campaigns of the tactic event) with how many people were met there, and the link that attaches a card to each. */
        get: operations["listNetworkingEvents"];
        put?: never;
        /** Makes an event: a campaign of the tactic event, with its place, its campaign and who of us goes there. */
        post: operations["createEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/networking/events/{eventId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event: when and where, who of us was there, whom we met, and who was followed up since. */
        get: operations["getEvent"];
        /** Says anew when and where an event is, what it belongs to and who of us is there. Its guests stay. */
        put: operations["changeEvent"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/networking/events/{eventId}/guests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says who was there: cards, each somebody known or new, and people that are known. It stands in their stories, and whoever of us met them knows them. */
        post: operations["addEventGuests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/networking/events/{eventId}/guests/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes back that somebody was there. */
        delete: operations["removeEventGuest"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/networking/guests/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads a list of guests as it was pasted or saved (CSV with or without a first row, one a line, or vCards) and says whom of them is known; nothing is stored. */
        post: operations["previewEventGuests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I was told: warnings, breaches, escalations, leads nobody could take. Newest first, at most 100. */
        get: operations["listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How I want to be told of each kind of thing, and whether mail leaves this installation at all. */
        get: operations["getNoticePreferences"];
        /** Chooses how I want to be told. */
        put: operations["setNoticePreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks my notices as read: all up to a moment, or the ones named. */
        post: operations["readNotices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outgoing-mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller wrote here, newest first: what waits, what went out, what failed and why. */
        get: operations["listOutgoingMails"];
        put?: never;
        /** Writes a mail from one of the caller’s mailboxes. It leaves after ten seconds, in which it can be taken back, or at `sendAt`. With `replyTo` it stands in that mail’s thread. Opens and clicks are followed only when asked for, and never of somebody who withdrew consent to e-mail. */
        post: operations["sendMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outgoing-mails/{outgoingId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a mail back that has not left. Its text is given back. */
        post: operations["cancelOutgoingMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outgoing-mails/{outgoingId}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says of a mail nobody knows about, or that failed, that it went out, or lets it be sent again. */
        post: operations["settleOutgoingMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails a link for a new password to the address, if somebody signs in with it. The answer does not tell. */
        post: operations["askPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person: what is known, the score as a ledger that adds up, every attempt with its clocks, the deals. */
        get: operations["getLead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{personId}/circle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people around somebody: colleagues of the same company with role, owner and how engaged they are, the roles nobody has, the open deals. */
        get: operations["getCircle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{personId}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What somebody agreed to and took back, by purpose, with the proof of each. */
        get: operations["getConsents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{personId}/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds a transcript to somebody’s story (multipart). Fields before the file: `place` (from 1) when it holds several, `heldAt`, `callKind`, `title`, `aboutFact` (the call or meeting), `speakers` (JSON: key, side, userId, personId). The same transcript counts once. */
        post: operations["addConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{personId}/deals/{dealId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One deal: everything known of it, what is missing to move on and to win, its people, documents, history and clocks, and what the caller may do. It changes by facts (`POST /api/facts`). */
        get: operations["getDeal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{personId}/deals/{dealId}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds a PDF of at most 25 MB to a deal (multipart). Fields before the file: `kind` (contract, offer, other), for a contract `signedOn` (a day) and `signatories` (one field each), and `amountCents` with `currency` when the contract states them. A contract is recorded as `contract.signed`, an offer as sent. What is no readable PDF is refused with the reason. */
        post: operations["uploadDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{personId}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What erasing somebody would take away, what would stay without a name, and what would be closed. */
        get: operations["previewErasure"];
        put?: never;
        /** Erases somebody for good, everywhere. `confirm` is what the preview says must be typed. */
        post: operations["erasePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{personId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything held about somebody, as JSON or as a page to read. It is written down who took it. */
        get: operations["exportPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{personId}/introductions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who can introduce us to somebody: the best way from each colleague who has one, who knows them, and what was asked. */
        get: operations["whoCanIntroduce"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{personId}/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says that the caller looks at this story now, and tells when they looked before: what was recorded since is new to them. */
        put: operations["lookAtStory"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{personId}/merge-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What joining somebody into this person would do, field by field. */
        get: operations["previewMerge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{personId}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who was merged into this person, and whether it was undone. */
        get: operations["listMerges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{personId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What to say to somebody now: approved messages that fit their needs, role, stage and language, best first, each with why and its proof. */
        get: operations["getMessagesFor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{personId}/needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What somebody needs: what they said, with the quote and where, and hypotheses with their evidence; and what they may need besides, as the pages they read, their words and lost deals like theirs suggest. */
        get: operations["getNeeds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{personId}/story": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The story: every fact of both teams, newest first, each with the decisions that followed and their clause; by side, kind, colleague and words, from any day or fact on. */
        get: operations["getStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{personId}/warnings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one must know before reaching out: contact not wanted, erased, open feedback, a colleague on it, bounced mail, a competitor. */
        get: operations["listWarnings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phrase-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is listened for in conversations: competitors, messages and needs, by every way of saying them. */
        get: operations["getPhraseLists"];
        /** Changes what is listened for; every conversation is searched anew in the background. */
        put: operations["savePhraseLists"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipelines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The pipelines of the agreement in force: stages with their team, exit evidence and probability, what a win needs, and the one list of reasons; and what people sell and meet, for choosing. */
        get: operations["getDealSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/privacy/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who exported, erased or changed what, the latest first. */
        get: operations["listPrivacyLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/privacy/purposes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The purposes people are asked to agree to, with the wording in use. */
        get: operations["listPurposes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/privacy/purposes/{purpose}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Makes or changes a purpose. Another wording is a new version; earlier ones are kept as proof. */
        put: operations["savePurpose"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/privacy/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long each kind of data is kept, and what the last night took. Every rule is off until it is put on. */
        get: operations["listRetention"];
        /** Sets how long one kind of data is kept. It is applied at night. */
        put: operations["saveRetention"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/privacy/retention/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much a rule would take today. */
        get: operations["previewRetention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/privacy/warnings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which of these people do not want to be called, written to or messaged. */
        post: operations["listContactWarnings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What both sides promised each other and what came of it in a period: deliveries as a burn-up, promises of sales kept and broken. */
        get: operations["getPromises"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promises/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The leads behind a number of the board, latest first; `at` is the moment that makes them count. */
        get: operations["listPromiseRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/promises/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list nobody wants to be on: leads not contacted within the promise, and leads two weeks old with fewer attempts than promised, by seller. */
        get: operations["getPromisesToday"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My leads in the order to work them: what runs out first, then the best grade. Managers may ask for another owner or for all. */
        get: operations["getQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People by name, e-mail, phone or company; deals; accounts; colleagues. Forgiving of small slips. */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, with role, team and the company. Sign-in and sign-out themselves are at /api/auth/*. */
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes the language of the signed-in person. */
        patch: operations["setLocale"];
        trace?: never;
    };
    "/api/settings/currency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes the currency in which the company counts. Amounts are not converted: those in another currency are told apart. */
        put: operations["changeCurrency"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this installation still waits for its first administrator. */
        get: operations["getSetup"];
        put?: never;
        /** Creates the administrator and signs in; works once. `start` chooses an empty house or the demo company (made in the background). */
        post: operations["completeSetup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/talk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How two-way the company speaks: the prospect’s share of each seller’s calls (mean over calls with a 95 % interval, never pooled) beside the target of the kind, and marketing’s dialogue by words. */
        get: operations["getTalk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The teams of both sides. */
        get: operations["listTeams"];
        put?: never;
        /** Adds a team to marketing or to sales. */
        post: operations["createTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{teamId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes an empty team; a team with people, or one that the agreement in force names, is refused. */
        delete: operations["removeTeam"];
        options?: never;
        head?: never;
        /** Renames a team. */
        patch: operations["changeTeam"];
        trace?: never;
    };
    "/api/ties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who knows whom, the latest first: of one colleague, or everybody’s. */
        get: operations["listTies"];
        /** Says that a colleague (oneself, if nobody is named) or a contact knows somebody, and how well. Said again, it is changed. */
        put: operations["saveTie"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ties/{tieId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes back that somebody knows somebody. */
        delete: operations["removeTie"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/unclaimed-campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Names of campaigns in touches and costs that no campaign claims, most touches first. */
        get: operations["listUnclaimedNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/unknown-senders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who wrote to the caller and is not known to the house: each address once, newsletters and programs left out. No lead is made of them by itself. */
        get: operations["listUnknownSenders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/unknown-senders/ignored": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leaves an address, or a whole domain written as @domain, out of the caller’s list of people not known yet. */
        post: operations["ignoreSender"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/unknown-senders/ignored/{value}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes that back. */
        delete: operations["heedSender"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/unknown-senders/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes somebody known: the person is recorded with this address, and their mail is fetched and told in their story. */
        post: operations["meetSender"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of both teams with their absences and open leads. */
        get: operations["listUsers"];
        put?: never;
        /** Adds a colleague. Without a password, a link with which they set one is answered, once, to hand over; it is mailed too when a mail server is set. */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes name, role, team, activity, working hours, languages or skills. Open leads of who is deactivated go to others, unless `reroute` is false. The last active administrator cannot be removed. */
        patch: operations["changeUser"];
        trace?: never;
    };
    "/api/users/{userId}/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plans an absence: no new leads, and running clocks of theirs stand still meanwhile. With `reroute`, their open leads go to others when it begins. Own absences, or anyone’s for managers. */
        post: operations["planAbsence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{userId}/absences/{absenceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Cancels an absence. */
        delete: operations["cancelAbsence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{userId}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a new link with which the person sets a password. */
        post: operations["inviteUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{userId}/reroute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many open leads somebody has that would go to others, and how far the latest handing on has come. */
        get: operations["getReroute"];
        put?: never;
        /** Hands on the open leads of somebody who is not active or away now, by the routing clauses in force. */
        post: operations["beginReroute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views: yours and those shared with everybody, by name; and with which one a page opens for you. */
        get: operations["listViews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/{viewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keeps a view of yours under an id of your choice: made when it is new, else changed. Its name is one of its page’s among yours. */
        put: operations["saveView"];
        post?: never;
        /** Removes a view of yours; administrators also remove what others have shared. */
        delete: operations["removeView"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/defaults/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Opens a page with this view for you from now on; with null as the page itself would. */
        put: operations["setDefaultView"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The receivers of webhooks with their state, and every kind of event there is. Signing secrets are not shown. */
        get: operations["listWebhooks"];
        put?: never;
        /** Adds a receiver (Standard Webhooks). The signing secret is answered once. Addresses inside a network are refused. */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a receiver with its log; what waits is not sent. */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        /** Changes address, note or kinds; pauses it, or sets it going again. While paused, events wait. */
        patch: operations["changeWebhook"];
        trace?: never;
    };
    "/api/webhooks/{webhookId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent to a receiver, newest first, with every try and what the receiver answered. Kept for 30 days. */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends again what was sent before, with the same `webhook-id`: one event, or all since a moment (only those that failed with `onlyFailed`). */
        post: operations["replayDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a new signing secret, answered once. For 24 hours deliveries are signed with the old one too. */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Posts a `webhook.test` event now and answers what the receiver said. It is not tried again. */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/website": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a site needs to send its visits here, what arrived lately, and what was filtered and why. */
        get: operations["getWebsite"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/website/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Whose visits do not count, and which mailboxes several people read. */
        put: operations["saveWebsiteSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/win-loss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why deals are won and lost, by one list of reasons; "no decision" apart; by who says so; and against whom. Down to the rows: `listDeals` with `status`, `reason`, `saidBy`, `competitor`, `closedFrom` and `closedTo`. */
        get: operations["getWinLoss"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/write-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys with which sites and servers send events. */
        get: operations["listWriteKeys"];
        put?: never;
        /** Makes a write key. */
        post: operations["createWriteKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/write-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes a write key; what it brought stays. */
        delete: operations["revokeWriteKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/book/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page on which visitors book: free times in their zone, then their name and address. English and French; may stand in a frame. */
        get: operations["showBookingPage"];
        put?: never;
        /** Books (urlencoded or JSON). A time that was taken meanwhile answers 409 with the nearest free ones. */
        post: operations["sendBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/book/{slug}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The free beginnings of the days asked for, for pages of one’s own. */
        get: operations["listFreeSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/book/m/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A guest’s own meeting: when and where, the calendar file, and forms to move or cancel it. */
        get: operations["showGuestMeeting"];
        put?: never;
        /** Moves or cancels a guest’s own meeting. */
        post: operations["changeGuestMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/book/m/{token}/invite.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A guest’s own meeting as a calendar file. */
        get: operations["downloadInvitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/card/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A colleague’s card as a page with a form to leave one’s own; with .vcf at the end, the card for a phone. `event` attaches an event. */
        get: operations["showCard"];
        put?: never;
        /** Somebody met leaves their card with a colleague. */
        post: operations["leaveCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/e.js": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The script a site puts into its pages: page views, forms, consent. Under 5 kB. */
        get: operations["websiteScript"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/f/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The hosted form as a page; works without script, in English and French. */
        get: operations["showForm"];
        put?: never;
        /** Receives the form (urlencoded or JSON) and answers with a page. */
        post: operations["sendForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A colleague’s meetings as a calendar to subscribe to, at its secret address. */
        get: operations["readMeetingFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/go/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads on to the page a code stands for, with the marks of its campaign. */
        get: operations["followCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/m/c/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads on to the link of a mail whose clicks are followed. */
        get: operations["followTrackedLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/m/o/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The picture of one point in a mail whose opening is followed. */
        get: operations["openTrackedMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mcp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The Model Context Protocol (streamable HTTP, without sessions): an assistant that brings an API key sees and does what the key may, by the same routes. */
        post: operations["speakMcp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/u/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page on which somebody takes back what they agreed to, without signing in. Looking at it changes nothing. */
        get: operations["showUnsubscribe"];
        put?: never;
        /** Takes the purpose of the link back. Mail programs post `List-Unsubscribe=One-Click` (RFC 8058); the page posts the purposes that were ticked. */
        post: operations["unsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/a": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** `/v1/alias` under the name Segment's browser library uses. */
        post: operations["aliasShort"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alias": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Segment `alias`: two ids are one person. Two people who are both identified are proposed as duplicates and never joined by this. 200 is said only after it is stored. */
        post: operations["alias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/b": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** `/v1/batch` under the name Segment's browser library uses. */
        post: operations["batchShort"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Segment `batch`: up to 2500 events, 500 KB in all, 32 KB each, gzip welcome. One that is refused is named with its index, why, and what to do; the others are stored. */
        post: operations["batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/g": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** `/v1/group` under the name Segment's browser library uses. */
        post: operations["groupShort"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Segment `group`: the company somebody belongs to. 200 is said only after it is stored. */
        post: operations["group"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/i": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** `/v1/identify` under the name Segment's browser library uses. */
        post: operations["identifyShort"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Segment `identify`: who a visitor is. 200 is said only after it is stored. */
        post: operations["identify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Segment `import`: up to 2500 events, 500 KB in all, 32 KB each, gzip welcome. One that is refused is named with its index, why, and what to do; the others are stored. */
        post: operations["importEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/m": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Counters of Segment's browser library about itself; they are thanked for and not kept. */
        post: operations["libraryMetrics"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/p": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** `/v1/page` under the name Segment's browser library uses. */
        post: operations["pageShort"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Segment `page`: a page was read. 200 is said only after it is stored. */
        post: operations["page"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{writeKey}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What Segment's browser library asks its CDN before it starts: it is told to send here. Set its `cdnURL` to this installation. */
        get: operations["librarySettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/s": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** `/v1/screen` under the name Segment's browser library uses. */
        post: operations["screenShort"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/screen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Segment `screen`: a screen of an app was seen. 200 is said only after it is stored. */
        post: operations["screen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/t": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** `/v1/track` under the name Segment's browser library uses. */
        post: operations["trackShort"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/track": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Segment `track`: something a visitor did. Known form events become `form.submitted`. 200 is said only after it is stored. */
        post: operations["track"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        __schema0: {
            holds: boolean | null;
            parts: components["schemas"]["__schema0"][];
            text: string;
            value: string | number | boolean | null;
        };
        AgreementEdit: {
            /** @constant */
            op: "set";
            path: (string | number)[];
            value: unknown;
        } | {
            /** @constant */
            op: "condition";
            path: (string | number)[];
            rows: components["schemas"]["ConditionRowsInput"];
        } | {
            /** @constant */
            op: "write";
            path: (string | number)[];
            text: string;
        } | {
            /** @constant */
            op: "remove";
            path: (string | number)[];
        } | {
            at: number | null;
            key: string | null;
            /** @constant */
            op: "insert";
            path: (string | number)[];
            prefix?: string;
            value: unknown;
        } | {
            /** @constant */
            op: "move";
            path: (string | number)[];
            to: number;
        } | {
            key: string;
            /** @constant */
            op: "rename";
            path: (string | number)[];
        };
        AgreementPart: {
            clause: string;
            condition: {
                path: (string | number)[];
                rows: components["schemas"]["ConditionRows"] | null;
                says: string | null;
            } | null;
            endLine: number;
            line: number;
            parent: (string | number)[];
            path: (string | number)[];
            sentences: components["schemas"]["ClauseSentence"][];
            text: string;
            value: unknown;
        };
        AgreementProblem: {
            clause: string | null;
            column: number;
            line: number;
            mend: string;
            path: string;
            what: string;
        };
        AgreementSummary: {
            amended: {
                /** Format: date-time */
                at: string;
                by: components["schemas"]["UserRef"] | null;
            } | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: components["schemas"]["UserRef"] | null;
            hash: string;
            inForceFrom: string | null;
            lapsed: {
                /** @enum {string} */
                side: "marketing" | "sales";
                /** Format: date-time */
                signedAt: string;
                user: components["schemas"]["UserRef"];
            }[];
            missing: {
                marketing: number;
                sales: number;
            };
            note: string;
            openThreads: number;
            signatories: {
                marketing: number | string[];
                sales: number | string[];
            } | null;
            signatures: {
                /** @enum {string} */
                side: "marketing" | "sales";
                /** Format: date-time */
                signedAt: string;
                user: components["schemas"]["UserRef"];
            }[];
            /** @enum {string} */
            status: "draft" | "in force" | "superseded" | "withdrawn";
            title: string;
            version: number;
            withdrawn: {
                /** Format: date-time */
                at: string;
                by: components["schemas"]["UserRef"] | null;
            } | null;
        };
        Amount: {
            cents: number;
            currency: string;
        };
        AttemptView: {
            acceptedAt: string | null;
            attempt: number;
            campaign: string | null;
            channel: string | null;
            clocks: components["schemas"]["RunningClock"][];
            closedAt: string | null;
            contactedAt: string | null;
            dueAt: string | null;
            dueClock: string | null;
            firstTouchAt: string | null;
            fit: number;
            grade: string | null;
            isHistory: boolean;
            landingPage: string | null;
            /** Format: date-time */
            openedAt: string;
            origin: string | null;
            /** @enum {string} */
            outcome: "open" | "won" | "lost" | "rejected" | "disqualified" | "recycled" | "expired";
            owner: components["schemas"]["UserRef"] | null;
            /** Format: uuid */
            personId: string;
            pool: string | null;
            qualifiedAt: string | null;
            reason: string | null;
            routedAt: string | null;
            /** @enum {string} */
            stage: "inquiry" | "qualified" | "accepted" | "contacted" | "opportunity" | "won";
            /** @enum {string} */
            team: "marketing" | "sales";
            touches: number;
            wonAt: string | null;
        };
        BacktestFigures: {
            acceptance: {
                draft: components["schemas"]["Rate"];
                inForce: components["schemas"]["Rate"];
                really: components["schemas"]["Rate"];
            };
            byClause: {
                clause: string;
                draft: number;
            }[];
            byGrade: {
                draft: number;
                grade: string;
                inForce: number;
            }[];
            cannotSay: {
                n: number;
                /** @enum {string} */
                what: "nobody worked" | "young" | "promises unknowable" | "no amounts" | "few wins" | "nobody in pools" | "unroutable" | "rates from the same leads" | "learnt from" | "maybe learnt from";
            }[];
            curve: {
                bestFirst: components["schemas"]["CurvePoint"][];
                cutOffs: components["schemas"]["CurvePoint"][] | null;
            };
            leads: number;
            load: {
                capacityPerWeek: number | null;
                draftPerWeek: number;
                inForcePerWeek: number;
                sellers: components["schemas"]["SellerLoad"][];
                unroutable: {
                    draft: number;
                    inForce: number;
                };
                weeks: {
                    draft: number;
                    fromMs: number;
                    inForce: number;
                    really: number;
                }[];
            };
            matured: number;
            maturityDays: number | null;
            money: {
                currency: string | null;
                expected: {
                    difference: components["schemas"]["MoneyEstimate"];
                    draft: components["schemas"]["MoneyEstimate"];
                    inForce: components["schemas"]["MoneyEstimate"];
                } | null;
                meanWonCents: number | null;
                realised: {
                    difference: components["schemas"]["MoneyEstimate"];
                    draft: components["schemas"]["MoneyEstimate"];
                    inForce: components["schemas"]["MoneyEstimate"];
                };
                wonWithAmount: number;
            };
            promises: {
                brokenRate: {
                    draft: components["schemas"]["Rate"];
                    inForce: components["schemas"]["Rate"];
                };
                byClock: {
                    clock: string;
                    draft: components["schemas"]["PromiseCounts"];
                    inForce: components["schemas"]["PromiseCounts"];
                }[];
                difference: number;
                draft: components["schemas"]["PromiseCounts"];
                inForce: components["schemas"]["PromiseCounts"];
            };
            qualified: {
                both: number;
                difference: {
                    difference: number;
                    high: number;
                    low: number;
                };
                draft: components["schemas"]["Rate"];
                inForce: components["schemas"]["Rate"];
                really: components["schemas"]["Rate"];
            };
            winRate: {
                all: components["schemas"]["Rate"];
                draft: components["schemas"]["Rate"];
                inForce: components["schemas"]["Rate"];
                really: components["schemas"]["Rate"];
            };
            won: {
                all: number;
                difference: {
                    difference: number;
                    high: number;
                    low: number;
                };
                draft: components["schemas"]["Rate"];
                earlier: {
                    medianDays: number | null;
                    n: number;
                };
                inForce: components["schemas"]["Rate"];
                later: {
                    medianDays: number | null;
                    n: number;
                };
                missed: number;
                really: components["schemas"]["Rate"];
                same: number;
            };
        };
        BacktestReport: {
            currency: string;
            draft: {
                title: string;
            };
            figures: components["schemas"]["BacktestFigures"];
            from: string;
            inForce: {
                title: string;
                version: number;
            };
            /** Format: date-time */
            knownUntil: string;
            segment: {
                /** @enum {string} */
                accountSize?: "0-9" | "10-49" | "50-249" | "250+" | "";
                campaign?: string;
                channel?: string;
                country?: string;
                landingPage?: string;
                origin?: string;
                when?: string;
            };
            to: string;
            zone: string;
        };
        BacktestSummary: {
            /** Format: date-time */
            createdAt: string;
            createdBy: components["schemas"]["UserRef"] | null;
            error: string | null;
            finishedAt: string | null;
            from: string;
            /** Format: uuid */
            id: string;
            progress: number;
            segment: {
                /** @enum {string} */
                accountSize?: "0-9" | "10-49" | "50-249" | "250+" | "";
                campaign?: string;
                channel?: string;
                country?: string;
                landingPage?: string;
                origin?: string;
                when?: string;
            };
            /** @enum {string} */
            status: "queued" | "running" | "done" | "failed" | "cancelled";
            to: string;
            version: number | null;
        };
        BacktestView: {
            /** Format: date-time */
            createdAt: string;
            createdBy: components["schemas"]["UserRef"] | null;
            document: string;
            error: string | null;
            finishedAt: string | null;
            from: string;
            /** Format: uuid */
            id: string;
            progress: number;
            report: components["schemas"]["BacktestReport"] | null;
            segment: {
                /** @enum {string} */
                accountSize?: "0-9" | "10-49" | "50-249" | "250+" | "";
                campaign?: string;
                channel?: string;
                country?: string;
                landingPage?: string;
                origin?: string;
                when?: string;
            };
            /** @enum {string} */
            status: "queued" | "running" | "done" | "failed" | "cancelled";
            to: string;
            version: number | null;
        };
        BusinessCard: {
            city: string;
            company: string;
            country: string;
            emails: string[];
            name: string;
            note: string;
            phones: string[];
            postcode: string;
            region: string;
            title: string;
            url: string;
        };
        BusinessCardOutput: {
            city: string;
            company: string;
            country: string;
            emails: string[];
            name: string;
            note: string;
            phones: string[];
            postcode: string;
            region: string;
            title: string;
            url: string;
        };
        CallFilter: {
            /** @default 2 */
            notCalledForDays: number;
            people?: string[];
            /** @default {} */
            segment: {
                /** @enum {string} */
                accountSize?: "0-9" | "10-49" | "50-249" | "250+" | "";
                campaign?: string;
                channel?: string;
                country?: string;
                landingPage?: string;
                origin?: string;
                when?: string;
            };
            /** @default [] */
            stages: ("inquiry" | "qualified" | "accepted" | "contacted" | "opportunity")[];
            /**
             * @default mine or nobody
             * @enum {string}
             */
            whose: "mine" | "nobody" | "mine or nobody" | "everybody";
            /** @default false */
            withClosed: boolean;
        };
        CallFilterOutput: {
            /** @default 2 */
            notCalledForDays: number;
            people?: string[];
            /** @default {} */
            segment: {
                /** @enum {string} */
                accountSize?: "0-9" | "10-49" | "50-249" | "250+" | "";
                campaign?: string;
                channel?: string;
                country?: string;
                landingPage?: string;
                origin?: string;
                when?: string;
            };
            /** @default [] */
            stages: ("inquiry" | "qualified" | "accepted" | "contacted" | "opportunity")[];
            /**
             * @default mine or nobody
             * @enum {string}
             */
            whose: "mine" | "nobody" | "mine or nobody" | "everybody";
            /** @default false */
            withClosed: boolean;
        };
        CallPlan: {
            /** Format: date-time */
            at: string;
            company: string | null;
            /** Format: uuid */
            id: string;
            may: components["schemas"]["MayCall"];
            name: string;
            note: string;
            owner: components["schemas"]["UserRef"] | null;
            /** Format: uuid */
            personId: string;
            phone: string | null;
            sessionId: string | null;
            /** @enum {string} */
            why: "asked" | "attempt" | "missed";
        };
        CallScript: {
            /** @default  */
            driver: string;
            /** Format: uuid */
            id: string;
            isArchived: boolean;
            message: string | null;
            /** @default null */
            messageId: string | null;
            name: string;
            /** @default [] */
            objections: {
                answer: string;
                says: string;
            }[];
            /** @default  */
            opening: string;
            /** @default  */
            proof: string;
            /** @default [] */
            questions: string[];
            /** Format: date-time */
            updatedAt: string;
        };
        CallSession: {
            closedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: components["schemas"]["UserRef"] | null;
            done: number;
            /** Format: uuid */
            id: string;
            later: number;
            leftOut: {
                [key: string]: number;
            };
            name: string;
            people: number;
            script: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            sellers: components["schemas"]["UserRef"][];
            summary: components["schemas"]["CallSummary"];
            waiting: number;
        };
        CallSummary: {
            byOutcome: {
                [key: string]: number;
            };
            calls: number;
            callsPerHour: number | null;
            connects: number;
            meetings: number;
            talkS: number;
            workedS: number;
        };
        CampaignBody: {
            /** @default [] */
            aliases: string[];
            /** @default null */
            budgetCents: number | null;
            /** @default null */
            channel: string | null;
            currency?: string;
            /** @default null */
            endsOn: string | null;
            /** @default null */
            goal: ("leads" | "value") | null;
            /** @default null */
            goalAmount: number | null;
            /** @default null */
            landingUrl: string | null;
            name: string;
            /** @default  */
            note: string;
            /** @default null */
            owner: string | null;
            /** @default null */
            startsOn: string | null;
            /** @enum {string} */
            tactic: "viral" | "brand" | "relationship" | "advertising" | "direct mail" | "event" | "other";
        };
        CampaignRow: {
            budgetCents: number | null;
            channel: string | null;
            currency: string;
            endsOn: string | null;
            goal: ("leads" | "value") | null;
            goalAmount: number | null;
            /** Format: uuid */
            id: string;
            key: string;
            leads: number;
            name: string;
            owner: components["schemas"]["UserRef"] | null;
            spend: components["schemas"]["Amount"][];
            spendConverted: components["schemas"]["Amount"] | null;
            startsOn: string | null;
            /** @enum {string} */
            state: "planned" | "running" | "ended" | "archived";
            /** @enum {string} */
            tactic: "viral" | "brand" | "relationship" | "advertising" | "direct mail" | "event" | "other";
            won: number;
        };
        CampaignView: {
            aliases: string[];
            budgetCents: number | null;
            channel: string | null;
            /** Format: date-time */
            createdAt: string;
            currency: string;
            endsOn: string | null;
            firstTouchAt: string | null;
            goal: ("leads" | "value") | null;
            goalAmount: number | null;
            /** Format: uuid */
            id: string;
            key: string;
            landingUrl: string | null;
            lastTouchAt: string | null;
            leads: number;
            name: string;
            note: string;
            owner: components["schemas"]["UserRef"] | null;
            spend: components["schemas"]["Amount"][];
            spendConverted: components["schemas"]["Amount"] | null;
            startsOn: string | null;
            /** @enum {string} */
            state: "planned" | "running" | "ended" | "archived";
            /** @enum {string} */
            tactic: "viral" | "brand" | "relationship" | "advertising" | "direct mail" | "event" | "other";
            touches: number;
            /** Format: date-time */
            updatedAt: string;
            won: number;
        };
        ChannelRule: {
            channel: string;
            when: {
                /** @enum {string} */
                field: "medium" | "source" | "campaign" | "referrer" | "kind" | "click id" | "channel";
                /** @enum {string} */
                op: "is" | "is not" | "contains" | "starts with" | "is known" | "is unknown";
                /** @default [] */
                values: string[];
            }[];
        };
        ChannelRuleInput: {
            channel: string;
            when: {
                /** @enum {string} */
                field: "medium" | "source" | "campaign" | "referrer" | "kind" | "click id" | "channel";
                /** @enum {string} */
                op: "is" | "is not" | "contains" | "starts with" | "is known" | "is unknown";
                /** @default [] */
                values: string[];
            }[];
        };
        ChannelRun: {
            changed: number;
            done: number;
            finishedAt: string | null;
            /** Format: date-time */
            startedAt: string;
            /** @enum {string} */
            status: "queued" | "running" | "done" | "failed";
            total: number;
        };
        ClauseSentence: {
            because: string | null;
            clause: string;
            line: number;
            owner: ("marketing" | "sales") | null;
            /** @enum {string} */
            section: "parties" | "calendar" | "sources" | "fit" | "engagement" | "grades" | "scores" | "learned" | "stages" | "routing" | "promises" | "late" | "pipelines" | "reasons" | "returns";
            sentence: string;
        };
        ClauseView: {
            because: string | null;
            broken: number | null;
            clause: string;
            decided7Days: number;
            decided30Days: number;
            kept: number | null;
            line: number;
            owner: ("marketing" | "sales") | null;
            /** @enum {string} */
            section: "parties" | "calendar" | "sources" | "fit" | "engagement" | "grades" | "scores" | "learned" | "stages" | "routing" | "promises" | "late" | "pipelines" | "reasons" | "returns";
            sentence: string;
        };
        ClockRow: {
            asked: {
                /** Format: date-time */
                at: string;
                by: components["schemas"]["UserRef"] | null;
                note: string;
            } | null;
            attempt: number;
            clause: string;
            clock: string;
            company: string | null;
            /** Format: date-time */
            dueAt: string;
            grade: string | null;
            isBreached: boolean;
            isOwnerAway: boolean;
            leftMs: number;
            name: string;
            owner: components["schemas"]["UserRef"] | null;
            /** Format: uuid */
            personId: string;
            stage: string | null;
            /** Format: date-time */
            startedAt: string;
            /** @enum {string} */
            team: "marketing" | "sales";
        };
        ConditionGroup: {
            /** @enum {string} */
            join: "all" | "any";
            rows: components["schemas"]["ConditionRow"][];
        };
        ConditionGroupInput: {
            /** @enum {string} */
            join: "all" | "any";
            rows: components["schemas"]["ConditionRowInput"][];
        };
        ConditionRow: {
            field: string;
            /** @enum {string} */
            is: "is" | "is not" | "at least" | "more than" | "at most" | "less than" | "one of" | "none of" | "starts with" | "ends with" | "contains" | "does not start with" | "does not end with" | "does not contain" | "is known" | "is unknown" | "is true" | "is false";
            value: ((string | number | boolean) | (string | number | boolean)[]) | null;
        };
        ConditionRowInput: {
            field: string;
            /** @enum {string} */
            is: "is" | "is not" | "at least" | "more than" | "at most" | "less than" | "one of" | "none of" | "starts with" | "ends with" | "contains" | "does not start with" | "does not end with" | "does not contain" | "is known" | "is unknown" | "is true" | "is false";
            value: ((string | number | boolean) | (string | number | boolean)[]) | null;
        };
        ConditionRows: {
            /** @enum {string} */
            join: "all" | "any";
            rows: (components["schemas"]["ConditionRow"] | components["schemas"]["ConditionGroup"])[];
        };
        ConditionRowsInput: {
            /** @enum {string} */
            join: "all" | "any";
            rows: (components["schemas"]["ConditionRowInput"] | components["schemas"]["ConditionGroupInput"])[];
        };
        ContactWarning: {
            /** @enum {string} */
            covers: "e-mail" | "phone" | "letter" | "message" | "nothing";
            name: string;
            /** Format: uuid */
            personId: string;
            purpose: string;
            /** Format: date-time */
            since: string;
        };
        ConversationRow: {
            /** @enum {string} */
            callKind: "discovery" | "demo" | "negotiation" | "other";
            company: string | null;
            /** Format: uuid */
            conversationId: string;
            durationMs: number;
            heard: {
                /** @enum {string} */
                kind: "competitor" | "message" | "need";
                name: string;
                times: number;
            }[];
            /** Format: date-time */
            heldAt: string;
            /** @enum {string} */
            kind: "call" | "chat";
            /** Format: uuid */
            personId: string;
            personName: string;
            prospectShare: number | null;
            repShare: number | null;
            seller: components["schemas"]["UserRef"] | null;
            source: string;
            title: string;
        };
        CostImport: {
            /** Format: date-time */
            createdAt: string;
            createdBy: components["schemas"]["UserRef"] | null;
            effect: {
                added: number;
                campaigns: number;
                changed: number;
                changes: {
                    after: number;
                    before: number;
                    campaign: string | null;
                    currency: string;
                    /** Format: date */
                    day: string;
                }[];
                dropped: number;
                entries: number;
                from: string | null;
                rows: number;
                sums: components["schemas"]["Amount"][];
                to: string | null;
                unchanged: number;
                unclaimed: {
                    costs: components["schemas"]["Amount"][];
                    name: string;
                }[];
            } | null;
            finishedAt: string | null;
            /** Format: uuid */
            id: string;
            issues: {
                code: string;
                field: string | null;
                file: string;
                mend: string;
                row: number;
                what: string;
            }[];
            options: components["schemas"]["CostOptions"];
            source: string | null;
            /** @enum {string} */
            status: "uploaded" | "done" | "undone";
            title: string;
        };
        CostOptions: {
            /** @default null */
            channel: string | null;
            /** @default null */
            currency: string | null;
            /** @default null */
            dateFormat: ("iso" | "day-first" | "month-first") | null;
        };
        CostOptionsInput: {
            /** @default null */
            channel: string | null;
            /** @default null */
            currency: string | null;
            /** @default null */
            dateFormat: ("iso" | "day-first" | "month-first") | null;
        };
        CreditRow: {
            cents: number;
            centsRange: {
                least: number;
                /** @enum {string} */
                leastBy: "first" | "last" | "last-non-direct" | "linear" | "u" | "u-lead" | "w" | "full" | "time-decay" | "shapley" | "markov";
                most: number;
                /** @enum {string} */
                mostBy: "first" | "last" | "last-non-direct" | "linear" | "u" | "u-lead" | "w" | "full" | "time-decay" | "shapley" | "markov";
            };
            conversions: number;
            conversionsRange: {
                least: number;
                /** @enum {string} */
                leastBy: "first" | "last" | "last-non-direct" | "linear" | "u" | "u-lead" | "w" | "full" | "time-decay" | "shapley" | "markov";
                most: number;
                /** @enum {string} */
                mostBy: "first" | "last" | "last-non-direct" | "linear" | "u" | "u-lead" | "w" | "full" | "time-decay" | "shapley" | "markov";
            };
            converted: number;
            journeys: number;
            label: string;
            models: {
                cents: number;
                conversions: number;
                /** @enum {string} */
                model: "first" | "last" | "last-non-direct" | "linear" | "u" | "u-lead" | "w" | "full" | "time-decay" | "shapley" | "markov";
            }[];
            touches: number;
        };
        CurvePoint: {
            acceptance: components["schemas"]["Rate"];
            at: number;
            missedWon: number;
            perWeek: number;
            qualified: number;
            winRate: components["schemas"]["Rate"];
        };
        DealDocument: {
            bytes: number;
            factId: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "contract" | "offer" | "other";
            mayRemove: boolean;
            name: string;
            pages: number | null;
            signatories: string[];
            signedOn: string | null;
            /** Format: date-time */
            uploadedAt: string;
            uploadedBy: components["schemas"]["UserRef"] | null;
        };
        DealEvidence: {
            /** @enum {string} */
            evidence: "need" | "amount" | "next step" | "close date" | "decision maker" | "competitor asked" | "meeting held" | "offer sent" | "condition" | "contract" | "payment";
            isThere: boolean;
            mend: string | null;
            says: string;
        };
        DealProduct: {
            name: string;
            quantity: number | null;
            unitCents: number | null;
        };
        DealRow: {
            accountId: string | null;
            amountCents: number | null;
            closedAt: string | null;
            closeDate: string | null;
            company: string | null;
            competitors: string[] | null;
            currency: string | null;
            id: string;
            missing: number;
            name: string | null;
            nextStep: string | null;
            nextStepAt: string | null;
            /** Format: date-time */
            openedAt: string;
            owner: components["schemas"]["UserRef"] | null;
            person: string;
            /** Format: uuid */
            personId: string;
            pipeline: string;
            probability: number | null;
            products: string[];
            /** @enum {string} */
            proof: "none" | "contract" | "payment";
            reasons: string[];
            saidBy: ("seller" | "buyer" | "survey") | null;
            stage: string;
            /** Format: date-time */
            stageAt: string;
            /** @enum {string} */
            status: "open" | "won" | "lost" | "undecided";
        };
        DealSum: {
            amountCents: number;
            currency: string;
            deals: number;
        };
        DecisionView: {
            /** Format: date-time */
            at: string;
            attempt: number;
            because: string | null;
            clause: string | null;
            data: {
                [key: string]: unknown;
            };
            /** Format: uuid */
            id: string;
            revisedAt: string | null;
            sentence: string | null;
            version: number;
            what: string;
        };
        DeliveryLine: {
            actual: number;
            attainment: number | null;
            because: string | null;
            channel: string | null;
            clause: string;
            currency: string | null;
            daily: number | null;
            days: {
                actual: number | null;
                date: string;
                expected: number;
                isWorking: boolean;
                usual: number | null;
            }[];
            expected: number;
            goal: number;
            letter: ("A" | "B" | "C" | "D") | null;
            pace: number | null;
            projected: number | null;
            required: number | null;
            sentence: string;
            status: ("on track" | "at risk" | "behind") | null;
            /** @enum {string} */
            unit: "leads" | "value";
        };
        Duplicate: {
            certainty: number;
            evidence: string[];
            /** Format: date-time */
            foundAt: string;
            high: components["schemas"]["PersonBrief"];
            low: components["schemas"]["PersonBrief"];
            /** @enum {string} */
            state: "open" | "later" | "different";
        };
        EventBody: {
            /** @default null */
            endsOn: string | null;
            name: string;
            /** @default  */
            note: string;
            /** @default null */
            partOf: string | null;
            /** @default  */
            place: string;
            /** @default [] */
            staffIds: string[];
            /** @default null */
            startsOn: string | null;
        };
        EventView: {
            endsOn: string | null;
            guests: {
                /** Format: date-time */
                at: string;
                company: string | null;
                email: string | null;
                hasPhone: boolean;
                isFollowedUp: boolean;
                metBy: components["schemas"]["UserRef"][];
                name: string;
                outcome: string | null;
                owner: components["schemas"]["UserRef"] | null;
                /** Format: uuid */
                personId: string;
                stage: string | null;
            }[];
            /** Format: uuid */
            id: string;
            key: string;
            mayChange: boolean;
            name: string;
            note: string;
            partOf: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            place: string;
            staff: components["schemas"]["UserRef"][];
            startsOn: string | null;
            total: number;
        };
        FactView: {
            actor: components["schemas"]["UserRef"] | null;
            /** Format: date-time */
            at: string;
            campaign: string | null;
            channel: string | null;
            data: {
                [key: string]: unknown;
            };
            decisions: components["schemas"]["DecisionView"][];
            /** Format: uuid */
            id: string;
            identity: string | null;
            isHistory: boolean;
            isRetracted: boolean;
            kind: string;
            landingPage: string | null;
            origin: string | null;
            person: components["schemas"]["UserRef"] | null;
            /** Format: date-time */
            recordedAt: string;
            /** @enum {string} */
            side: "prospect" | "marketing" | "sales" | "deal" | "identity" | "time";
            source: string;
        };
        FeedbackRow: {
            about: string;
            answer: {
                /** Format: date-time */
                at: string;
                by: components["schemas"]["UserRef"] | null;
                text: string;
            } | null;
            answeredAt: string | null;
            campaign: string | null;
            closedAt: string | null;
            dueAt: string | null;
            /** Format: date-time */
            givenAt: string;
            givenBy: components["schemas"]["UserRef"] | null;
            /** Format: uuid */
            id: string;
            isLate: boolean;
            lead: {
                company: string | null;
                grade: string | null;
                name: string;
            };
            on: ("lead" | "campaign" | "asset" | "message") | null;
            owner: components["schemas"]["UserRef"] | null;
            /** Format: uuid */
            personId: string;
            /** @enum {string} */
            status: "open" | "answered" | "closed";
            text: string | null;
            /** @enum {string} */
            verdict: "good" | "bad" | "neutral";
        };
        Form: {
            campaign: string | null;
            channel: string | null;
            /** @default [] */
            consents: {
                isRequired: boolean;
                purpose: string;
            }[];
            fields: {
                isRequired: boolean;
                label: string;
                /** @enum {string} */
                name: "name" | "email" | "phone" | "company" | "role" | "employees" | "country" | "message" | "wantsCall" | "heardFrom";
            }[];
            intro: string;
            isPublished: boolean;
            slug: string;
            title: string;
        };
        FunnelStage: {
            fromFirst: components["schemas"]["Rate"];
            fromPrevious: components["schemas"]["Rate"];
            inferred: number;
            knownAs: string | null;
            medianDaysFromFirst: number | null;
            /** @enum {string} */
            owner: "marketing" | "sales";
            reached: number;
            /** @enum {string} */
            stage: "inquiry" | "qualified" | "accepted" | "contacted" | "opportunity" | "won";
        };
        GroupDeal: {
            amountCents: number | null;
            closedAt: string | null;
            closer: components["schemas"]["UserRef"] | null;
            currency: string | null;
            id: string;
            name: string | null;
            /** Format: uuid */
            personId: string;
            stage: string;
            status: string;
        };
        GroupMember: {
            deeds: number;
            email: string | null;
            grade: string | null;
            lastDidAt: string | null;
            name: string;
            outcome: string | null;
            owner: components["schemas"]["UserRef"] | null;
            /** Format: uuid */
            personId: string;
            role: string | null;
            stage: string | null;
            /** @enum {string} */
            state: "engaged" | "silent" | "never";
            title: string | null;
        };
        HouseMessage: {
            approvedAt: string | null;
            approvedBy: components["schemas"]["UserRef"] | null;
            driver: string | null;
            gaps: ("claim" | "dry fact" | "proof expired" | "too long" | "not approved")[];
            /** Format: uuid */
            id: string;
            language: string | null;
            message: string;
            objections: components["schemas"]["MessageObjectionOutput"][];
            owner: components["schemas"]["UserRef"] | null;
            persona: string | null;
            /** Format: uuid */
            pillarId: string;
            proofs: components["schemas"]["MessageProofOutput"][];
            stage: ("inquiry" | "qualified" | "accepted" | "contacted" | "opportunity" | "won") | null;
            topic: string | null;
            /** Format: date-time */
            updatedAt: string;
            updatedBy: components["schemas"]["UserRef"] | null;
            used: number;
            version: number;
            words: number;
        };
        ImportMapping: {
            /** @default null */
            channel: string | null;
            columns: {
                [key: string]: string | null;
            };
            /** @default null */
            country: string | null;
            /** @default null */
            currency: string | null;
            /**
             * @default iso
             * @enum {string}
             */
            dateFormat: "iso" | "day-first" | "month-first";
            /**
             * @default update
             * @enum {string}
             */
            duplicates: "update" | "skip";
            /** @default [] */
            stages: {
                pipeline: string;
                stage: string;
                to: {
                    pipeline: string;
                    stage: string;
                } | null;
            }[];
            /**
             * @default history
             * @enum {string}
             */
            treatAs: "history" | "new leads";
            /** @default UTC */
            zone: string;
        };
        ImportMappingInput: {
            /** @default null */
            channel: string | null;
            columns: {
                [key: string]: string | null;
            };
            /** @default null */
            country: string | null;
            /** @default null */
            currency: string | null;
            /**
             * @default iso
             * @enum {string}
             */
            dateFormat: "iso" | "day-first" | "month-first";
            /**
             * @default update
             * @enum {string}
             */
            duplicates: "update" | "skip";
            /** @default [] */
            stages: {
                pipeline: string;
                stage: string;
                to: {
                    pipeline: string;
                    stage: string;
                } | null;
            }[];
            /**
             * @default history
             * @enum {string}
             */
            treatAs: "history" | "new leads";
            /** @default UTC */
            zone: string;
        };
        ImportView: {
            /** Format: date-time */
            createdAt: string;
            createdBy: components["schemas"]["UserRef"] | null;
            error: string | null;
            files: {
                bytes: number;
                columns: string[];
                encoding: string;
                name: string;
                role: string;
                rows: number | null;
                separator: string | null;
            }[];
            finishedAt: string | null;
            /** Format: uuid */
            id: string;
            issues: number;
            mapping: components["schemas"]["ImportMapping"] | null;
            profile: string;
            progress: {
                done: number;
                stage: string;
                total: number | null;
            } | null;
            result: {
                [key: string]: number;
            } | null;
            startedAt: string | null;
            /** @enum {string} */
            status: "uploaded" | "queued" | "running" | "done" | "failed" | "cancelled" | "undoing" | "undone";
            title: string;
        };
        IncomingCall: {
            answeredBy: components["schemas"]["UserRef"] | null;
            /** Format: date-time */
            at: string;
            durationS: number | null;
            from: string | null;
            id: string;
            isForMe: boolean;
            person: {
                company: string | null;
                dueAt: string | null;
                grade: string | null;
                name: string;
                needs: {
                    isKnown: boolean;
                    need: string;
                    quote: string | null;
                }[];
                owner: components["schemas"]["UserRef"] | null;
                /** Format: uuid */
                personId: string;
                stage: string | null;
                touches: {
                    /** Format: date-time */
                    at: string;
                    by: components["schemas"]["UserRef"] | null;
                    data: {
                        [key: string]: unknown;
                    };
                    kind: string;
                }[];
            } | null;
            recordingUrl: string | null;
            /** @enum {string} */
            status: "ringing" | "answered" | "missed" | "ended";
            to: string | null;
        };
        IncomingFact: {
            /** Format: date-time */
            at?: string;
            campaign?: string;
            channel?: string;
            /** @default {} */
            data: {
                [key: string]: unknown;
            };
            kind: string;
            landingPage?: string;
            messageId?: string;
            origin?: string;
            who: {
                anonymousId?: string;
                email?: string;
                externalId?: string;
                /** Format: uuid */
                personId?: string;
                phone?: string;
            };
        };
        IntroductionView: {
            asked: {
                detail: string;
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "colleague" | "person";
                name: string;
            } | null;
            /** Format: date-time */
            askedAt: string;
            for: components["schemas"]["UserRef"];
            /** Format: uuid */
            id: string;
            mayChange: boolean;
            note: string;
            person: {
                company: string | null;
                /** Format: uuid */
                id: string;
                name: string;
            };
            promisedAt: string | null;
            settledAt: string | null;
            /** @enum {string} */
            status: "asked" | "promised" | "made" | "declined";
        };
        KeptWork: {
            basedOn: string;
            document: string;
            /** Format: date-time */
            savedAt: string;
        };
        LeadRow: {
            acceptedAt: string | null;
            attempt: number;
            campaign: string | null;
            channel: string | null;
            closedAt: string | null;
            company: string | null;
            contactedAt: string | null;
            dueAt: string | null;
            dueClock: string | null;
            email: string | null;
            engagement: number;
            firstTouchAt: string | null;
            fit: number;
            grade: string | null;
            isHistory: boolean;
            landingPage: string | null;
            name: string;
            /** Format: date-time */
            openedAt: string;
            origin: string | null;
            /** @enum {string} */
            outcome: "open" | "won" | "lost" | "rejected" | "disqualified" | "recycled" | "expired";
            owner: components["schemas"]["UserRef"] | null;
            /** Format: uuid */
            personId: string;
            phone: string | null;
            pool: string | null;
            qualifiedAt: string | null;
            reason: string | null;
            routedAt: string | null;
            /** @enum {string} */
            stage: "inquiry" | "qualified" | "accepted" | "contacted" | "opportunity" | "won";
            /** @enum {string} */
            team: "marketing" | "sales";
            touches: number;
            wonAt: string | null;
        };
        LearnedReport: {
            alift: number | null;
            auc: number | null;
            aucInterval: {
                high: number;
                low: number;
            } | null;
            baseRate: number;
            brier: number | null;
            calibration: string;
            calibrationBins: {
                from: number;
                n: number;
                observed: number | null;
                predicted: number | null;
                to: number;
            }[];
            calibrationError: number | null;
            fields: {
                field: string;
                spread: number;
                values: {
                    logOdds: number;
                    share: number | null;
                    value: string;
                }[];
            }[];
            gainAt50: number | null;
            gains: number[];
            ks: number | null;
            leftOut: {
                because: string;
                field: string;
            }[];
            liftAt20: number | null;
            logLoss: number | null;
            n: number;
            notYetKnown: number;
            parameters: number;
            positives: number;
            split: {
                /** @enum {string} */
                kind: "time" | "mod5";
                test: {
                    baseRate: number | null;
                    positives: number;
                    rows: number;
                };
                train: {
                    baseRate: number | null;
                    positives: number;
                    rows: number;
                };
            };
            uncalibrated: {
                brier: number | null;
                calibrationError: number | null;
                logLoss: number | null;
            };
            warnings: {
                field: string | null;
                /** @enum {string} */
                kind: "leakage" | "drift" | "calibration" | "not-in-time-order" | "other-model" | "not-measured";
                message: string;
                sign?: string;
            }[];
        };
        LearnedScore: {
            auc: number | null;
            brier: number | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: components["schemas"]["UserRef"] | null;
            /** @enum {string} */
            kind: "logistic" | "bayes";
            n: number;
            name: string;
            positive: string;
            rowsFrom: string | null;
            rowsTo: string | null;
            source: string;
            target: string;
            versions: number[];
            warnings: number;
        };
        LiftTest: {
            control: {
                mean: number;
                n: number;
                name: string;
            } | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: components["schemas"]["UserRef"] | null;
            /** @enum {string} */
            design: "holdout" | "regions";
            detectable: number | null;
            doubts: ("uneven-split" | "unlike-regions" | "few")[];
            /** Format: uuid */
            id: string;
            lifts: {
                difference: number;
                incremental: number;
                incrementalInterval: {
                    high: number;
                    low: number;
                };
                interval: {
                    high: number;
                    low: number;
                };
                mean: number;
                n: number;
                name: string;
                p: number;
                relative: number | null;
            }[];
            name: string;
            note: string;
            outcome: string;
        };
        LiveFigures: {
            acceptance: {
                draft: components["schemas"]["Rate"];
                inForce: components["schemas"]["Rate"];
                really: components["schemas"]["Rate"];
            };
            byClause: {
                clause: string;
                draft: number;
            }[];
            byGrade: {
                draft: number;
                grade: string;
                inForce: number;
            }[];
            leads: number;
            load: {
                capacityPerWeek: number | null;
                draftPerWeek: number;
                inForcePerWeek: number;
                weeks: {
                    draft: number;
                    fromMs: number;
                    inForce: number;
                    really: number;
                }[];
            };
            matured: number;
            maturityDays: number | null;
            qualified: {
                both: number;
                difference: {
                    difference: number;
                    high: number;
                    low: number;
                };
                draft: components["schemas"]["Rate"];
                inForce: components["schemas"]["Rate"];
                really: components["schemas"]["Rate"];
            };
            winRate: {
                all: components["schemas"]["Rate"];
                draft: components["schemas"]["Rate"];
                inForce: components["schemas"]["Rate"];
                really: components["schemas"]["Rate"];
            };
            won: {
                all: number;
                difference: {
                    difference: number;
                    high: number;
                    low: number;
                };
                draft: components["schemas"]["Rate"];
                earlier: {
                    medianDays: number | null;
                    n: number;
                };
                inForce: components["schemas"]["Rate"];
                later: {
                    medianDays: number | null;
                    n: number;
                };
                missed: number;
                really: components["schemas"]["Rate"];
                same: number;
            };
        };
        LiveReport: {
            draft: {
                title: string;
            };
            figures: components["schemas"]["LiveFigures"];
            from: string;
            inForce: {
                title: string;
                version: number;
            };
            isWarm: boolean;
            /** Format: date-time */
            knownUntil: string;
            /** Format: date-time */
            readAt: string;
            segment: {
                /** @enum {string} */
                accountSize?: "0-9" | "10-49" | "50-249" | "250+" | "";
                campaign?: string;
                channel?: string;
                country?: string;
                landingPage?: string;
                origin?: string;
                when?: string;
            };
            to: string;
            tookMs: number;
            zone: string;
        };
        Mailbox: {
            address: string;
            aliases: string[];
            displayName: string;
            folders: components["schemas"]["MailFolder"][];
            /** Format: uuid */
            id: string;
            imap: {
                host: string;
                port: number;
                /** @enum {string} */
                security: "tls" | "starttls" | "none";
            };
            isOwn: boolean;
            isPaused: boolean;
            keepsCopies: boolean;
            login: string;
            /** Format: date-time */
            nextTryAt: string;
            owner: components["schemas"]["UserRef"];
            /** @enum {string} */
            policy: "counted" | "headers" | "all";
            rules: {
                /** @enum {string} */
                does: "keep" | "leave out";
                /** @enum {string} */
                field: "address" | "domain" | "subject";
                value: string;
            }[];
            signature: string;
            /** @enum {string} */
            signIn: "password" | "google" | "microsoft" | "other";
            /** Format: date-time */
            since: string;
            smtp: {
                host: string;
                port: number;
                /** @enum {string} */
                security: "tls" | "starttls" | "none";
            } | null;
            /** @enum {string} */
            status: "new" | "reading" | "watching" | "waiting";
            syncedAt: string | null;
            trouble: components["schemas"]["MailTrouble"] | null;
            unreachableSince: string | null;
        };
        MailFolder: {
            comparedAt: string | null;
            counted: number;
            failed: number;
            headers: number;
            /** Format: uuid */
            id: string;
            isRead: boolean;
            onServer: number;
            path: string;
            reasons: {
                n: number;
                /** @enum {string} */
                outcome: "headers" | "counted" | "failed";
                reason: string;
            }[];
            /** @enum {string} */
            role: "inbox" | "sent" | "archive" | "other";
            stored: number;
            unseen: number;
        };
        MailMessage: {
            attachments: {
                name: string;
                sizeBytes: number;
                type: string;
            }[];
            bounced: {
                /** @enum {string} */
                how: "hard" | "soft";
                why: string;
            } | null;
            by: components["schemas"]["UserRef"] | null;
            /** @enum {string} */
            direction: "in" | "out";
            from: {
                address: string;
                name: string;
            };
            hasBody: boolean;
            hasHtml: boolean;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "human" | "automatic" | "bulk" | "bounce" | "calendar";
            parties: {
                address: string;
                name: string;
                person: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                } | null;
                /** @enum {string} */
                role: "from" | "to" | "cc" | "reply-to";
            }[];
            quoted: string | null;
            recipients: number;
            /** Format: date-time */
            sentAt: string;
            subject: string;
            text: string | null;
            /** Format: uuid */
            threadId: string;
        };
        MailTemplate: {
            body: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            language: "en" | "fr";
            name: string;
            /** @enum {string} */
            purpose: "sales" | "marketing";
            subject: string;
            variables: string[];
        };
        MailThread: {
            /** Format: date-time */
            firstAt: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            lastAt: string;
            messages: number;
            repliesCompany: number;
            repliesProspect: number;
            subject: string;
            talkShare: number | null;
            wordsCompany: number;
            wordsProspect: number;
        };
        MailTrouble: {
            code: string;
            mend: string;
            what: string;
        };
        MailView: {
            from: string | null;
            hasPassword: boolean;
            host: string | null;
            port: number | null;
            refused: {
                address: string;
                reason: string;
                /** Format: date-time */
                refusedAt: string;
            }[];
            security: ("tls" | "starttls" | "none" | "when offered") | null;
            sentToday: number;
            /** @enum {string} */
            source: "environment" | "house" | "none";
            trouble: string | null;
            user: string | null;
            waiting: number;
        };
        MayCall: {
            isAllowed: boolean;
            localMinute: number | null;
            opensAt: string | null;
            why: ("no phone" | "unreadable number" | "do not call" | "wrong number" | "early" | "late" | "day off" | "holiday") | null;
            zone: string | null;
        };
        MeetingView: {
            answers: {
                answer: string;
                label: string;
            }[];
            cancelledBy: ("guest" | "us") | null;
            /** Format: date-time */
            endsAt: string;
            guest: {
                email: string | null;
                name: string;
                phone: string | null;
                zone: string;
            };
            host: components["schemas"]["UserRef"];
            /** Format: uuid */
            id: string;
            isOurBooking: boolean;
            isWithoutWord: boolean;
            mayChange: boolean;
            nextStep: string;
            note: string;
            personId: string | null;
            place: string;
            /** @enum {string} */
            placeKind: "phone" | "video" | "address";
            proposal: {
                /** Format: date-time */
                at: string;
                comment: string | null;
                /** Format: date-time */
                endsAt: string;
                /** Format: date-time */
                startsAt: string;
            } | null;
            repliedAt: string | null;
            /** @enum {string} */
            reply: "none" | "accepted" | "declined" | "tentative";
            replyComment: string | null;
            /** Format: date-time */
            startsAt: string;
            /** @enum {string} */
            status: "booked" | "held" | "missed" | "cancelled";
            talkShare: number | null;
            title: string;
            type: {
                /** Format: uuid */
                id: string;
                slug: string | null;
            } | null;
        };
        MessageObjection: {
            answer: string;
            says: string;
        };
        MessageObjectionOutput: {
            answer: string;
            says: string;
        };
        MessagePillar: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        MessagePillarInput: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        MessageProof: {
            expiresOn: string | null;
            on: string | null;
            source: string;
            text: string;
            /** @enum {string} */
            type: "data" | "case" | "test" | "certification" | "demo";
        };
        MessageProofOutput: {
            expiresOn: string | null;
            on: string | null;
            source: string;
            text: string;
            /** @enum {string} */
            type: "data" | "case" | "test" | "certification" | "demo";
        };
        MissingRole: {
            n: number;
            of: number;
            role: string;
        };
        MoneyEstimate: {
            cents: number;
            high: number;
            low: number;
        };
        NeedSuggestion: {
            evidence: {
                about?: string;
                facts: string[];
                /** @enum {string} */
                kind: "pages" | "words" | "lost deals" | "people like them";
                n: number;
                of: number | null;
                text: string;
            }[];
            name: string;
            topic: string;
        };
        NeedTopic: {
            isActive: boolean;
            lostReasons: string[];
            names: {
                [key: string]: string;
            };
            pages: string[];
            phrases: {
                [key: string]: string[];
            };
            topic: string;
        };
        NeedView: {
            evidence: {
                about?: string;
                facts: string[];
                /** @enum {string} */
                kind: "pages" | "words" | "lost deals" | "people like them";
                n: number;
                of: number | null;
                text: string;
            }[];
            history: {
                /** Format: date-time */
                at: string;
                by: components["schemas"]["UserRef"] | null;
                /** Format: uuid */
                fact: string;
                in: string | null;
                note: string | null;
                offered: {
                    kind: string;
                    name: string;
                } | null;
                quote: string | null;
                side: ("marketing" | "sales") | null;
                /** @enum {string} */
                verdict: "stated" | "supported" | "confirmed" | "refuted" | "reopened" | "resolved";
            }[];
            id: string;
            isKnown: boolean;
            judgedAt: string | null;
            need: string;
            offered: {
                kind: string;
                name: string;
            } | null;
            person: string | null;
            /** Format: uuid */
            personId: string;
            quotes: {
                /** Format: date-time */
                at: string;
                /** Format: uuid */
                fact: string;
                in: string | null;
                inKind: string | null;
                quote: string;
            }[];
            /** Format: date-time */
            statedAt: string;
            statedBy: components["schemas"]["UserRef"] | null;
            /** @enum {string} */
            status: "open" | "confirmed" | "refuted" | "resolved";
            topic: string | null;
        };
        NoticePreferences: {
            hasSummary: boolean;
            isQuiet: boolean;
            ways: {
                /** @enum {string} */
                agreement_in_force: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                agreement_signed: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                answered: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                asked: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                backtest_done: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                breached: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                clause_commented: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                escalated: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                feedback: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                "feedback answered": "off" | "app" | "now" | "digest";
                /** @enum {string} */
                import_done: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                mail_refused: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                mailbox_gap: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                mailbox_unreachable: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                overflowed: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                reassigned: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                routed: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                signature_asked: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                unroutable: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                warned: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                webhook_stopped: "off" | "app" | "now" | "digest";
            };
        };
        NoticePreferencesInput: {
            hasSummary: boolean;
            isQuiet: boolean;
            ways: {
                /** @enum {string} */
                agreement_in_force: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                agreement_signed: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                answered: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                asked: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                backtest_done: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                breached: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                clause_commented: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                escalated: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                feedback: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                "feedback answered": "off" | "app" | "now" | "digest";
                /** @enum {string} */
                import_done: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                mail_refused: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                mailbox_gap: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                mailbox_unreachable: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                overflowed: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                reassigned: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                routed: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                signature_asked: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                unroutable: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                warned: "off" | "app" | "now" | "digest";
                /** @enum {string} */
                webhook_stopped: "off" | "app" | "now" | "digest";
            };
        };
        OutgoingMail: {
            canCancel: boolean;
            error: string | null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            mailboxId: string;
            mend: string | null;
            person: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** Format: date-time */
            sendAt: string;
            sentAt: string | null;
            /** @enum {string} */
            status: "waiting" | "claimed" | "handing" | "sent" | "unsure" | "failed" | "cancelled";
            subject: string;
            to: string[];
            tracksClicks: boolean;
            tracksOpens: boolean;
        };
        PersonBrief: {
            company: string | null;
            email: string | null;
            facts: number;
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            lastSeenAt: string;
            name: string;
            outcome: string | null;
            owner: string | null;
            phone: string | null;
            stage: string | null;
            title: string | null;
        };
        Problem: {
            code: string;
            detail?: string;
            errors?: {
                mend?: string;
                what: string;
                where: string;
            }[];
            mend?: string;
            status: number;
            title: string;
            type: string;
        };
        PromiseCounts: {
            broken: number;
            kept: number;
            running: number;
            unknowable: number;
        };
        PromiseDelay: {
            medianMs: number | null;
            medianWorkedMs: number | null;
            n: number;
        };
        Purpose: {
            /** @enum {string} */
            basis: "consent" | "legitimate interest" | "contract" | "legal duty";
            /** @enum {string} */
            covers: "e-mail" | "phone" | "letter" | "message" | "nothing";
            isActive: boolean;
            name: string;
            /** @default null */
            nameFr: string | null;
            purpose: string;
            version: number;
            wording: string;
            /** @default null */
            wordingFr: string | null;
        };
        Rate: {
            high: number | null;
            k: number;
            low: number | null;
            n: number;
            rate: number | null;
        };
        Reroute: {
            /** Format: date-time */
            beginsAt: string;
            done: number;
            finishedAt: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "planned" | "running" | "done" | "cancelled";
            total: number;
            waiting: number;
            /** @enum {string} */
            why: "deactivated" | "away";
        };
        ReturnRow: {
            accepted: number;
            budgetCents: number | null;
            budgetCurrency: string | null;
            centsPerLead: number | null;
            centsPerOpportunity: number | null;
            centsPerWon: number | null;
            credited: number;
            creditedCents: number;
            creditedRange: {
                least: number;
                most: number;
            };
            isSmall: boolean;
            key: string | null;
            label: string;
            leads: number;
            medianDaysToWon: number | null;
            opportunities: number;
            paybackDays: number | null;
            reasons: {
                leads: number;
                reason: string;
            }[];
            rejected: number;
            returnOnSpend: number | null;
            spend: {
                cents: number;
                currency: string;
            }[];
            spentCents: number | null;
            verdict: {
                high: number | null;
                k: number;
                low: number | null;
                n: number;
                rate: number | null;
            };
            won: number;
        };
        ReviewThread: {
            clause: string;
            comments: {
                /** Format: date-time */
                at: string;
                author: components["schemas"]["UserRef"];
                /** Format: uuid */
                id: string;
                side: ("marketing" | "sales") | null;
                text: string;
            }[];
            /** Format: uuid */
            id: string;
            isResolved: boolean;
            resolvedBy: components["schemas"]["UserRef"] | null;
        };
        RunningClock: {
            clause: string;
            /** Format: date-time */
            dueAt: string;
            isBreached: boolean;
            name: string;
            nextAt: string | null;
            /** Format: date-time */
            startedAt: string;
            /** @enum {string} */
            team: "marketing" | "sales";
        };
        SalesPromise: {
            because: string | null;
            broken: number;
            clause: string;
            /** @enum {string} */
            clock: "acceptance" | "first contact" | "attempts" | "verdict" | "next step";
            kept: number;
            rate: components["schemas"]["Rate"];
            running: number;
            sentence: string;
        };
        SavedView: {
            /** Format: uuid */
            id: string;
            isDefault: boolean;
            isMine: boolean;
            isShared: boolean;
            name: string;
            owner: components["schemas"]["UserRef"];
            /** @enum {string} */
            page: "today" | "people" | "deals list";
            search: string;
        };
        SellerLoad: {
            capacityPerWeek: number | null;
            draft: number;
            draftBusiest: number;
            draftPerWeek: number;
            inForce: number;
            name: string;
            /** Format: uuid */
            seller: string;
        };
        SpeakerView: {
            key: string;
            name: string | null;
            person: {
                name: string;
                /** Format: uuid */
                personId: string;
            } | null;
            share: number;
            /** @enum {string} */
            side: "rep" | "prospect" | "unknown";
            user: components["schemas"]["UserRef"] | null;
        };
        StoryWarning: {
            about: string;
            at: string | null;
            detail: string | null;
            factId: string | null;
            person: components["schemas"]["UserRef"] | null;
            /** @enum {string} */
            what: "withdrawn" | "erased" | "merged" | "feedback" | "colleague" | "bounced" | "competitor";
        };
        TalkFigures: {
            nonTalkMs: number | null;
            patienceMs: {
                mean: number;
                median: number;
                n: number;
            } | null;
            prospect: {
                interruptions: number;
                longestTurn: {
                    spanMs: number;
                    startMs: number;
                } | null;
                questions: number;
                speechMs: number;
                turns: number;
                words: number;
            };
            prospectShare: number | null;
            questionsPerHour: number | null;
            rep: {
                interruptions: number;
                longestTurn: {
                    spanMs: number;
                    startMs: number;
                } | null;
                questions: number;
                speechMs: number;
                turns: number;
                words: number;
            };
            repShare: number | null;
            switches: number;
            switchesPerMinute: number | null;
        };
        TalkTarget: {
            article: number;
            from: number;
            measuredBest: number;
            to: number;
        };
        Team: {
            /** Format: uuid */
            id: string;
            name: string;
            people: number;
            /** @enum {string} */
            side: "marketing" | "sales";
        };
        TieView: {
            /** Format: uuid */
            id: string;
            knower: {
                detail: string;
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "colleague" | "person";
                name: string;
            };
            mayChange: boolean;
            note: string;
            person: {
                company: string | null;
                /** Format: uuid */
                id: string;
                name: string;
            };
            since: string | null;
            /** @enum {string} */
            source: "told" | "meeting" | "card" | "import" | "introduction";
            strength: 1 | 2 | 3;
        };
        UserRef: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        UserView: {
            absences: {
                /** Format: date-time */
                endsAt: string;
                /** Format: uuid */
                id: string;
                note: string;
                /** Format: date-time */
                startsAt: string;
            }[];
            calendar: {
                hours: {
                    [key: string]: string[];
                };
                zone: string;
            } | null;
            canSignIn: boolean;
            /** Format: date-time */
            createdAt: string;
            email: string | null;
            /** Format: uuid */
            id: string;
            isActive: boolean;
            isAwayNow: boolean;
            languages: string[];
            name: string;
            openLeads: number;
            /** @enum {string} */
            role: "admin" | "manager" | "marketer" | "seller" | "viewer";
            skills: string[];
            team: {
                /** Format: uuid */
                id: string;
                name: string;
                /** @enum {string} */
                side: "marketing" | "sales";
            } | null;
        };
        WebhookView: {
            /** Format: date-time */
            createdAt: string;
            failed: number;
            failingSince: string | null;
            /** Format: uuid */
            id: string;
            kinds: string[];
            lastDeliveredAt: string | null;
            note: string;
            oldSecretUntil: string | null;
            /** @enum {string} */
            status: "active" | "paused" | "gone";
            url: string;
            waiting: number;
        };
        WebsiteSettings: {
            countsBots: boolean;
            sharedMailboxes: string[];
            staffNetworks: string[];
        };
        WebsiteSettingsInput: {
            countsBots: boolean;
            sharedMailboxes: string[];
            staffNetworks: string[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAccounts: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accounts: {
                            /** Format: uuid */
                            accountId: string;
                            country: string | null;
                            domain: string | null;
                            employees: number | null;
                            name: string;
                            owner: components["schemas"]["UserRef"] | null;
                            people: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        accountId: string;
                        city: string | null;
                        country: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        deals: components["schemas"]["GroupDeal"][];
                        domain: string | null;
                        employees: number | null;
                        externalId: string | null;
                        industry: string | null;
                        missing: components["schemas"]["MissingRole"][];
                        name: string;
                        owner: components["schemas"]["UserRef"] | null;
                        people: components["schemas"]["GroupMember"][];
                        region: string | null;
                        segment: string | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ownerId: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        owner: components["schemas"]["UserRef"] | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lookAtAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        before: string | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccountNeeds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        needs: components["schemas"]["NeedView"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccountStory: {
        parameters: {
            query?: {
                actor?: string;
                after?: string;
                fact?: string;
                kind?: "visits" | "forms" | "mails" | "calls" | "meetings" | "notes" | "needs" | "verdicts" | "deals" | "details";
                limit?: number;
                person?: string;
                side?: "prospect" | "marketing" | "sales" | "deal" | "identity" | "time";
                text?: string;
                until?: string;
            };
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        facts: components["schemas"]["FactView"][];
                        next: string | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAgreementSchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAgreements: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agreements: components["schemas"]["AgreementSummary"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draftAgreement: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    document: string;
                    /** @default  */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAgreement: {
        parameters: {
            query?: {
                language?: "en" | "fr";
            };
            header?: never;
            path: {
                version: "current" | number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amended: {
                            /** Format: date-time */
                            at: string;
                            by: components["schemas"]["UserRef"] | null;
                        } | null;
                        clauses: components["schemas"]["ClauseView"][];
                        /** Format: date-time */
                        createdAt: string;
                        createdBy: components["schemas"]["UserRef"] | null;
                        document: string;
                        hash: string;
                        inForceFrom: string | null;
                        lapsed: {
                            /** @enum {string} */
                            side: "marketing" | "sales";
                            /** Format: date-time */
                            signedAt: string;
                            user: components["schemas"]["UserRef"];
                        }[];
                        missing: {
                            marketing: number;
                            sales: number;
                        };
                        note: string;
                        openThreads: number;
                        signatories: {
                            marketing: number | string[];
                            sales: number | string[];
                        } | null;
                        signatures: {
                            /** @enum {string} */
                            side: "marketing" | "sales";
                            /** Format: date-time */
                            signedAt: string;
                            user: components["schemas"]["UserRef"];
                        }[];
                        silent: string[];
                        /** @enum {string} */
                        status: "draft" | "in force" | "superseded" | "withdrawn";
                        title: string;
                        version: number;
                        withdrawn: {
                            /** Format: date-time */
                            at: string;
                            by: components["schemas"]["UserRef"] | null;
                        } | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listClauseDecisions: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                clause: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        decisions: {
                            /** Format: date-time */
                            at: string;
                            company: string | null;
                            data: {
                                [key: string]: unknown;
                            };
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** Format: uuid */
                            personId: string;
                            what: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    amendDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    basedOn: string;
                    document: string;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementSummary"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewRunningClocks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changing: number;
                        clocks: {
                            changing: number;
                            clock: string;
                            ending: number;
                            running: number;
                            terms: {
                                clocks: number;
                                from: string;
                                to: string | null;
                            }[];
                        }[];
                        running: number;
                        /** @enum {string} */
                        takes: "keep" | "take";
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signAgreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    inForceFrom?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementSummary"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listThreads: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        threads: components["schemas"]["ReviewThread"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openThread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    clause: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewThread"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerThread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                threadId: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewThread"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveThread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                threadId: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isResolved: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewThread"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawAgreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementSummary"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        others: {
                            /** Format: date-time */
                            savedAt: string;
                            user: components["schemas"]["UserRef"];
                        }[];
                        work: components["schemas"]["KeptWork"] | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keepWork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    basedOn: string;
                    document: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        savedAt: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dropWork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkAgreement: {
        parameters: {
            query?: {
                language?: "en" | "fr";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    document: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        clauses: components["schemas"]["ClauseSentence"][];
                        isValid: boolean;
                        problems: components["schemas"]["AgreementProblem"][];
                        silent: string[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editAgreement: {
        parameters: {
            query?: {
                language?: "en" | "fr";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    document: string;
                    edits: components["schemas"]["AgreementEdit"][];
                    /** @default [] */
                    names?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        added: (string | number)[] | null;
                        document: string;
                        isValid: boolean;
                        parts: components["schemas"]["AgreementPart"][] | null;
                        problems: components["schemas"]["AgreementProblem"][];
                        sections: string[];
                        silent: string[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStandardAgreement: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        document: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVocabulary: {
        parameters: {
            query?: {
                language?: "en" | "fr";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deal: {
                            field: string;
                            /** @enum {string} */
                            kind: "text" | "number" | "yes or no" | "any";
                            noun: string;
                            reads: ("country" | "language" | "cents") | null;
                            values: string[] | null;
                        }[];
                        evidence: {
                            evidence: string;
                            says: string;
                        }[];
                        facts: {
                            fields: {
                                field: string;
                                /** @enum {string} */
                                kind: "text" | "number" | "yes or no" | "any";
                                noun: string;
                                reads: ("country" | "language" | "cents") | null;
                                values: string[] | null;
                            }[];
                            kind: string;
                            says: string;
                        }[];
                        lead: {
                            field: string;
                            /** @enum {string} */
                            kind: "text" | "number" | "yes or no" | "any";
                            noun: string;
                            reads: ("country" | "language" | "cents") | null;
                            values: string[] | null;
                        }[];
                        people: {
                            email: string | null;
                            name: string;
                            side: ("marketing" | "sales") | null;
                        }[];
                        routing: {
                            field: string;
                            /** @enum {string} */
                            kind: "text" | "number" | "yes or no" | "any";
                            noun: string;
                            reads: ("country" | "language" | "cents") | null;
                            values: string[] | null;
                        }[];
                        source: {
                            field: string;
                            /** @enum {string} */
                            kind: "text" | "number" | "yes or no" | "any";
                            noun: string;
                            reads: ("country" | "language" | "cents") | null;
                            values: string[] | null;
                        }[];
                        teams: {
                            name: string;
                            /** @enum {string} */
                            side: "marketing" | "sales";
                        }[];
                        who: {
                            field: string;
                            /** @enum {string} */
                            kind: "text" | "number" | "yes or no" | "any";
                            noun: string;
                            reads: ("country" | "language" | "cents") | null;
                            values: string[] | null;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: {
                            beginning: string;
                            /** Format: date-time */
                            createdAt: string;
                            expiresAt: string | null;
                            /** Format: uuid */
                            id: string;
                            lastUsedAt: string | null;
                            name: string;
                            owner: components["schemas"]["UserRef"];
                            revokedAt: string | null;
                            scopes: string[];
                        }[];
                        scopes: string[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    expiresInDays?: number | null;
                    name: string;
                    scopes: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        apiKey: string;
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadArchive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAttribution: {
        parameters: {
            query?: {
                by?: "channel" | "origin" | "campaign" | "landingPage" | "message";
                from?: string;
                level?: "lead" | "opportunity" | "won";
                lookbackDays?: number;
                model?: "first" | "last" | "last-non-direct" | "linear" | "u" | "u-lead" | "w" | "full" | "time-decay" | "shapley" | "markov";
                segment?: string;
                to?: string;
                transform?: "unique" | "exposure" | "first" | "frequency" | "remove_if_not_all" | "remove_if_last_and_not_all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agreement: {
                            /** @enum {string} */
                            a: "first" | "last" | "last-non-direct" | "linear" | "u" | "u-lead" | "w" | "full" | "time-decay" | "shapley" | "markov";
                            /** @enum {string} */
                            b: "first" | "last" | "last-non-direct" | "linear" | "u" | "u-lead" | "w" | "full" | "time-decay" | "shapley" | "markov";
                            tau: number | null;
                        }[];
                        /** Format: date-time */
                        asOf: string;
                        concentration: {
                            deals: number;
                            half: number;
                            share: number;
                            top: number;
                        } | null;
                        currency: string;
                        nulls: number;
                        otherCurrency: {
                            currency: string;
                            deals: number;
                        }[];
                        rows: components["schemas"]["CreditRow"][];
                        segments: string[];
                        total: {
                            cents: number;
                            conversions: number;
                        };
                        unattributed: {
                            cents: number;
                            conversions: number;
                        };
                        withoutAmount: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAttributedDeals: {
        parameters: {
            query?: {
                by?: "channel" | "origin" | "campaign" | "landingPage" | "message";
                from?: string;
                label?: string;
                level?: "lead" | "opportunity" | "won";
                limit?: number;
                lookbackDays?: number;
                model?: "first" | "last" | "last-non-direct" | "linear" | "u" | "u-lead" | "w" | "full" | "time-decay" | "shapley" | "markov";
                segment?: string;
                skip?: number;
                to?: string;
                transform?: "unique" | "exposure" | "first" | "frequency" | "remove_if_not_all" | "remove_if_last_and_not_all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        credited: number | null;
                        creditedCents: number | null;
                        currency: string;
                        deals: {
                            /** Format: date-time */
                            at: string;
                            cents: number;
                            company: string | null;
                            credited: number | null;
                            creditedCents: number | null;
                            deal: string | null;
                            person: string;
                            /** Format: uuid */
                            personId: string;
                            touches: {
                                /** Format: date-time */
                                at: string;
                                cents: number | null;
                                label: string;
                                weight: number | null;
                            }[];
                        }[];
                        total: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAttributionDoubt: {
        parameters: {
            query?: {
                by?: "channel" | "origin" | "campaign" | "landingPage" | "message";
                from?: string;
                level?: "lead" | "opportunity" | "won";
                lookbackDays?: number;
                segment?: string;
                to?: string;
                transform?: "unique" | "exposure" | "first" | "frequency" | "remove_if_not_all" | "remove_if_last_and_not_all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        currency: string;
                        models: {
                            labels: {
                                cents: {
                                    high: number;
                                    low: number;
                                };
                                conversions: {
                                    high: number;
                                    low: number;
                                };
                                isOthers: boolean;
                                label: string;
                                perTouch: {
                                    high: number;
                                    low: number;
                                } | null;
                            }[];
                            /** @enum {string} */
                            model: "first" | "last" | "last-non-direct" | "linear" | "u" | "u-lead" | "w" | "full" | "time-decay" | "shapley" | "markov";
                            rankStability: number | null;
                        }[];
                        resamples: number;
                        sentence: string;
                        verdict: {
                            conversions: number;
                            /** @enum {string} */
                            kind: "cannot-tell" | "differ" | "untestable";
                            less: string[];
                            more: string[];
                            nulls: number;
                            p: number | null;
                            why: ("no-conversions" | "no-journeys-without" | "one-label") | null;
                        };
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJourneyFlow: {
        parameters: {
            query?: {
                by?: "channel" | "origin" | "campaign" | "landingPage" | "message";
                from?: string;
                level?: "lead" | "opportunity" | "won";
                lookbackDays?: number;
                segment?: string;
                to?: string;
                transform?: "unique" | "exposure" | "first" | "frequency" | "remove_if_not_all" | "remove_if_last_and_not_all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        currency: string;
                        links: {
                            from: string;
                            parties: number;
                            to: string;
                        }[];
                        nodes: {
                            column: number;
                            id: string;
                            /** @enum {string} */
                            kind: "touch" | "outcome" | "others";
                            label: string;
                            parties: number;
                        }[];
                        parties: number;
                        withoutLead: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAttributionMonths: {
        parameters: {
            query?: {
                from?: string;
                segment?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        currency: string;
                        days: {
                            day: number;
                            share: number;
                        }[];
                        medianDays: number | null;
                        months: {
                            cents: number;
                            leads: number;
                            month: string;
                            opportunities: number;
                            parties: number;
                            spentCents: number | null;
                            won: number;
                            wonWithin: (number | null)[];
                        }[];
                        won: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReturn: {
        parameters: {
            query?: {
                by?: "campaign" | "channel";
                campaignId?: string;
                from?: string;
                lookbackDays?: number;
                model?: "first" | "last" | "last-non-direct" | "linear" | "u" | "u-lead" | "w" | "full" | "time-decay" | "shapley" | "markov";
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        currency: string;
                        rows: components["schemas"]["ReturnRow"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSelfReported: {
        parameters: {
            query?: {
                from?: string;
                level?: "lead" | "opportunity" | "won";
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agreeing: number;
                        agreement: {
                            high: number;
                            low: number;
                            share: number;
                        } | null;
                        answered: number;
                        answers: {
                            channel: string | null;
                            leads: number;
                            said: string;
                        }[];
                        comparable: number;
                        labels: {
                            label: string;
                            onlySelfReported: number;
                            onlyTracked: number;
                            selfReported: number;
                            tracked: number;
                        }[];
                        leads: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAttributionCsv: {
        parameters: {
            query?: {
                by?: "channel" | "origin" | "campaign" | "landingPage" | "message";
                from?: string;
                level?: "lead" | "opportunity" | "won";
                lookbackDays?: number;
                model?: "first" | "last" | "last-non-direct" | "linear" | "u" | "u-lead" | "w" | "full" | "time-decay" | "shapley" | "markov";
                segment?: string;
                to?: string;
                transform?: "unique" | "exposure" | "first" | "frequency" | "remove_if_not_all" | "remove_if_last_and_not_all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBacktests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        backtests: components["schemas"]["BacktestSummary"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startBacktest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    document?: string;
                    /** Format: date */
                    from: string;
                    /** @default {} */
                    segment?: {
                        /** @enum {string} */
                        accountSize?: "0-9" | "10-49" | "50-249" | "250+" | "";
                        campaign?: string;
                        channel?: string;
                        country?: string;
                        landingPage?: string;
                        origin?: string;
                        when?: string;
                    };
                    /** Format: date */
                    to: string;
                    version?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BacktestSummary"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBacktest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                backtestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BacktestView"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelBacktest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                backtestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BacktestSummary"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBacktestLeads: {
        parameters: {
            query?: {
                after?: string;
                grade?: string;
                limit?: number;
                number?: "seen" | "qualified" | "qualified in force" | "really qualified" | "only draft" | "only in force" | "won" | "won caught" | "won caught in force" | "won missed" | "won earlier" | "won later" | "promises kept" | "promises broken" | "promises unknowable" | "promises broken in force" | "unroutable" | "nobody worked" | "young";
                seller?: string;
            };
            header?: never;
            path: {
                backtestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        leads: {
                            channel: string | null;
                            company: string | null;
                            draftAt: string | null;
                            grade: string | null;
                            inForceAt: string | null;
                            name: string;
                            /** Format: uuid */
                            personId: string;
                            reallyAt: string | null;
                            seller: components["schemas"]["UserRef"] | null;
                            wonAt: string | null;
                            wonCents: number | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSameDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                backtestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tries: {
                            caught: components["schemas"]["Rate"];
                            from: string;
                            /** Format: uuid */
                            id: string;
                            inForce: components["schemas"]["Rate"];
                            inForceVersion: number;
                            leads: number;
                            qualified: components["schemas"]["Rate"];
                            segment: {
                                /** @enum {string} */
                                accountSize?: "0-9" | "10-49" | "50-249" | "250+" | "";
                                campaign?: string;
                                channel?: string;
                                country?: string;
                                landingPage?: string;
                                origin?: string;
                                when?: string;
                            };
                            to: string;
                            won: components["schemas"]["Rate"];
                            wonOfAll: components["schemas"]["Rate"];
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkSegmentCondition: {
        parameters: {
            query?: {
                language?: "en" | "fr";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    when: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        problems: {
                            mend: string;
                            what: string;
                            where: string;
                        }[];
                        says: string | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tryOnPastLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    document: string;
                    /** Format: date */
                    from: string;
                    /** @default {} */
                    segment?: {
                        /** @enum {string} */
                        accountSize?: "0-9" | "10-49" | "50-249" | "250+" | "";
                        campaign?: string;
                        channel?: string;
                        country?: string;
                        landingPage?: string;
                        origin?: string;
                        when?: string;
                    };
                    /** Format: date */
                    to: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveReport"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBacktestSegments: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        leads: number;
                        traits: {
                            /** @enum {string} */
                            name: "channel" | "origin" | "campaign" | "landingPage" | "country" | "accountSize";
                            others: number;
                            values: {
                                leads: number;
                                value: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suggestAgreement: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    from: string;
                    /** @default null */
                    perWeek?: number | null;
                    /** @default {} */
                    segment?: {
                        /** @enum {string} */
                        accountSize?: "0-9" | "10-49" | "50-249" | "250+" | "";
                        campaign?: string;
                        channel?: string;
                        country?: string;
                        landingPage?: string;
                        origin?: string;
                        when?: string;
                    };
                    /** Format: date */
                    to: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        average: components["schemas"]["Rate"];
                        basedOn: number;
                        cells: {
                            chance: number;
                            isRest: boolean;
                            isTaken: boolean;
                            landingPage: string | null;
                            leads: number;
                            origin: string | null;
                            won: components["schemas"]["Rate"];
                        }[];
                        clauses: {
                            because: string;
                            chance: number;
                            clause: string;
                            leads: number;
                            when: string;
                            won: components["schemas"]["Rate"];
                        }[];
                        document: string;
                        from: string;
                        /** Format: date-time */
                        knownUntil: string;
                        leads: number;
                        perWeek: number | null;
                        taken: number;
                        takenPerWeek: number;
                        to: string;
                        won: components["schemas"]["Rate"];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logCall: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    durationS?: number;
                    /**
                     * @default {
                     *       "what": "nothing"
                     *     }
                     */
                    follow?: {
                        /** Format: date-time */
                        startsAt?: string;
                        /** @constant */
                        what: "meeting";
                    } | {
                        /** Format: date-time */
                        at: string;
                        /** @constant */
                        what: "call back";
                    } | {
                        competitor?: string;
                        reason: string;
                        /** Format: date-time */
                        recycleAt?: string;
                        /** @constant */
                        what: "not interested";
                    } | {
                        /** @constant */
                        what: "nothing";
                    };
                    /** @enum {string} */
                    heardOfUs?: "yes" | "no" | "unsure";
                    message?: string;
                    messageId?: string;
                    note?: string;
                    /** @enum {string} */
                    outcome: "connected" | "no answer" | "voicemail" | "busy" | "wrong number";
                    /** Format: uuid */
                    personId: string;
                    /** Format: uuid */
                    sessionId?: string;
                    /** Format: date-time */
                    startedAt?: string;
                    words?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        facts: {
                            /** Format: uuid */
                            factId: string;
                            /** Format: uuid */
                            personId: string;
                        }[];
                        next: {
                            /** Format: date-time */
                            at: string;
                            isInTime: boolean;
                            left: number | null;
                            /** @enum {string} */
                            why: "asked" | "best hour" | "evenly" | "first open hour";
                        } | null;
                        /** Format: uuid */
                        outcomeId: string;
                        warnings: components["schemas"]["ContactWarning"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBestHours: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: {
                            high: number | null;
                            hour: number;
                            isSmall: boolean;
                            k: number;
                            low: number | null;
                            n: number;
                            rate: number;
                            weekday: number;
                        }[];
                        days: number;
                        isCut: boolean;
                        isSmall: boolean;
                        k: number;
                        n: number;
                        rate: number | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endCall: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    at?: string | null;
                    durationS?: number | null;
                    email?: string | null;
                    extension?: string | null;
                    id: string;
                    isAnswered?: boolean | null;
                    recordingUrl?: string | null;
                    userId?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        isDuplicate: boolean;
                        /** @enum {string} */
                        status: "answered" | "missed" | "ended";
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHeardOfUs: {
        parameters: {
            query?: {
                months?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        all: {
                            notAsked: number;
                            rate: components["schemas"]["Rate"];
                            unsure: number;
                        };
                        byChannel: {
                            channel: string;
                            notAsked: number;
                            rate: components["schemas"]["Rate"];
                            unsure: number;
                        }[];
                        byMonth: {
                            month: string;
                            notAsked: number;
                            rate: components["schemas"]["Rate"];
                            unsure: number;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIncomingCalls: {
        parameters: {
            query?: {
                of?: "mine" | "all" | "ringing";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        calls: {
                            answeredBy: components["schemas"]["UserRef"] | null;
                            /** Format: date-time */
                            at: string;
                            durationS: number | null;
                            from: string | null;
                            id: string;
                            isForMe: boolean;
                            name: string | null;
                            personId: string | null;
                            recordingUrl: string | null;
                            /** @enum {string} */
                            status: "ringing" | "answered" | "missed" | "ended";
                            to: string | null;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveCall: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    at?: string | null;
                    email?: string | null;
                    extension?: string | null;
                    from?: string | null;
                    id: string;
                    to?: string | null;
                    userId?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        isDuplicate: boolean;
                        personId: string | null;
                        sellers: number;
                        /** @enum {string} */
                        status: "ringing" | "answered" | "missed" | "ended";
                        /** @enum {string} */
                        why: "extension" | "named" | "owner" | "pool" | "nobody";
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIncomingCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                callId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncomingCall"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                callId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncomingCall"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attachCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                callId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    personId: string;
                } | {
                    company?: string;
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncomingCall"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settleUnknownCaller: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                callId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    as: "called back" | "not for us";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unsettleUnknownCaller: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                callId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCallLists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lists: {
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: components["schemas"]["UserRef"] | null;
                            filter: components["schemas"]["CallFilterOutput"];
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveCallList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    filter: components["schemas"]["CallFilter"];
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeCallList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mayCallPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    people: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: {
                            [key: string]: components["schemas"]["MayCall"];
                        };
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlannedCalls: {
        parameters: {
            query?: {
                owner?: string | ("me" | "all");
                when?: "due" | "today" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        now: string;
                        plans: components["schemas"]["CallPlan"][];
                        total: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planCall: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    at: string;
                    /** @default  */
                    note?: string;
                    /** Format: uuid */
                    personId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePlannedCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    at?: string;
                    isDone?: boolean;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewCallList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallFilter"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        callable: number;
                        isCut: boolean;
                        later: number;
                        leftOut: {
                            count: number;
                            people: {
                                name: string;
                                /** Format: uuid */
                                personId: string;
                            }[];
                            /** @enum {string} */
                            why: "no phone" | "unreadable number" | "do not call" | "wrong number" | "another seller's" | "called lately" | "on another list";
                        }[];
                        now: number;
                        sample: {
                            company: string | null;
                            name: string;
                            /** Format: uuid */
                            personId: string;
                        }[];
                        total: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCallScripts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        scripts: components["schemas"]["CallScript"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCallScript: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    driver?: string;
                    /** @default null */
                    messageId?: string | null;
                    name: string;
                    /** @default [] */
                    objections?: {
                        answer: string;
                        says: string;
                    }[];
                    /** @default  */
                    opening?: string;
                    /** @default  */
                    proof?: string;
                    /** @default [] */
                    questions?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeCallScript: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scriptId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    driver?: string;
                    /** @default false */
                    isArchived?: boolean;
                    /** @default null */
                    messageId?: string | null;
                    name: string;
                    /** @default [] */
                    objections?: {
                        answer: string;
                        says: string;
                    }[];
                    /** @default  */
                    opening?: string;
                    /** @default  */
                    proof?: string;
                    /** @default [] */
                    questions?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeCallSecret: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCallSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sessions: components["schemas"]["CallSession"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCallSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    filter?: components["schemas"]["CallFilter"];
                    /** Format: uuid */
                    listId?: string;
                    name: string;
                    /** @default null */
                    scriptId?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        people: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCallSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bySeller: {
                            summary: components["schemas"]["CallSummary"];
                            user: components["schemas"]["UserRef"];
                        }[];
                        closedAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        createdBy: components["schemas"]["UserRef"] | null;
                        current: {
                            attempts: number;
                            /** Format: date-time */
                            claimedUntil: string;
                            company: string | null;
                            localMinute: number;
                            name: string;
                            /** Format: uuid */
                            personId: string;
                            phone: string;
                            retryAt: string | null;
                            zone: string;
                        } | null;
                        done: number;
                        /** Format: uuid */
                        id: string;
                        isRunning: boolean;
                        later: number;
                        leftOut: {
                            [key: string]: number;
                        };
                        mine: components["schemas"]["CallSummary"];
                        name: string;
                        nextAt: string | null;
                        people: number;
                        script: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        scriptText: components["schemas"]["CallScript"] | null;
                        sellers: components["schemas"]["UserRef"][];
                        summary: components["schemas"]["CallSummary"];
                        waiting: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeCallSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keepCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        claimedUntil: string | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeNextCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        current: {
                            attempts: number;
                            /** Format: date-time */
                            claimedUntil: string;
                            company: string | null;
                            localMinute: number;
                            name: string;
                            /** Format: uuid */
                            personId: string;
                            phone: string;
                            retryAt: string | null;
                            zone: string;
                        } | null;
                        nextAt: string | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pauseCalls: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallSummary"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    skipCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default false */
                    isForGood?: boolean;
                    /** Format: uuid */
                    personId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCallSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        byCountry: {
                            [key: string]: {
                                days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                                fromMinute: number;
                                keepsHolidays: boolean;
                                toMinute: number;
                            };
                        };
                        country: string;
                        extensions: {
                            extension: string;
                            /** Format: uuid */
                            userId: string;
                        }[];
                        hasSecret: boolean;
                        hours: {
                            days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                            fromMinute: number;
                            keepsHolidays: boolean;
                            toMinute: number;
                        };
                        incomingUrl: string;
                        secretSince: string | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeCallSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    byCountry: {
                        [key: string]: {
                            days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                            fromMinute: number;
                            keepsHolidays: boolean;
                            toMinute: number;
                        };
                    };
                    country: string;
                    extensions: {
                        extension: string;
                        /** Format: uuid */
                        userId: string;
                    }[];
                    hours: {
                        days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                        fromMinute: number;
                        keepsHolidays: boolean;
                        toMinute: number;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoCall: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    outcomeId?: string;
                    /** Format: uuid */
                    sessionId?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "connected" | "no answer" | "voicemail" | "busy" | "wrong number";
                        /** Format: uuid */
                        personId: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUnknownCallers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        calls: {
                            /** Format: date-time */
                            at: string;
                            country: string | null;
                            from: string;
                            id: string;
                            may: components["schemas"]["MayCall"];
                            times: number;
                            to: string | null;
                        }[];
                        total: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCampaigns: {
        parameters: {
            query?: {
                owner?: string;
                search?: string;
                sort?: "name" | "start" | "spend" | "leads" | "won" | "budget";
                state?: "current" | "planned" | "running" | "ended" | "archived" | "all";
                tactic?: "viral" | "brand" | "relationship" | "advertising" | "direct mail" | "event" | "other";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        campaigns: components["schemas"]["CampaignRow"][];
                        currency: string;
                        total: number;
                        unclaimed: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignBody"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        key: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignView"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignBody"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archiveCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isArchived: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCodes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        codes: {
                            address: string;
                            code: string;
                            /** Format: date-time */
                            createdAt: string;
                            label: string;
                            lastVisitAt: string | null;
                            person: {
                                email: string | null;
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** @enum {string} */
                            records: "page.viewed" | "letter.answered";
                            url: string;
                            visits: number;
                        }[];
                        total: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCodes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    emails?: string[];
                    /** @default  */
                    label?: string;
                    /**
                     * @default page.viewed
                     * @enum {string}
                     */
                    records?: "page.viewed" | "letter.answered";
                    /** Format: uri */
                    url: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        codes: {
                            address: string;
                            code: string;
                            /** Format: date-time */
                            createdAt: string;
                            label: string;
                            lastVisitAt: string | null;
                            person: {
                                email: string | null;
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** @enum {string} */
                            records: "page.viewed" | "letter.answered";
                            url: string;
                            visits: number;
                        }[];
                        made: number;
                        unknown: string[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadCodes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCampaignDays: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        clicks: number | null;
                        days: {
                            costs: components["schemas"]["Amount"][];
                            /** Format: date */
                            day: string;
                            leads: number;
                            touches: number;
                        }[];
                        /** Format: date */
                        from: string;
                        impressions: number | null;
                        /** Format: date */
                        to: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCampaignLeads: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        leads: {
                            attempt: number;
                            channel: string | null;
                            company: string | null;
                            grade: string | null;
                            name: string;
                            /** Format: date-time */
                            openedAt: string;
                            /** @enum {string} */
                            outcome: "open" | "won" | "lost" | "rejected" | "disqualified" | "recycled" | "expired";
                            /** Format: uuid */
                            personId: string;
                            /** @enum {string} */
                            stage: "inquiry" | "qualified" | "accepted" | "contacted" | "opportunity" | "won";
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLiftTests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tests: components["schemas"]["LiftTest"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addLiftTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    groups: {
                        arms: {
                            n: number;
                            name: string;
                            successes: number;
                        }[];
                        /** @constant */
                        design: "holdout";
                    } | {
                        /** @constant */
                        design: "regions";
                        regions: {
                            after: number;
                            before: number;
                            isTreated: boolean;
                            name: string;
                        }[];
                    };
                    name: string;
                    /** @default  */
                    note?: string;
                    outcome: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignCampaignName: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releaseCampaignName: {
        parameters: {
            query: {
                name: string;
            };
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCampaignTouches: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: string | null;
                        touches: {
                            /** Format: date-time */
                            at: string;
                            channel: string | null;
                            /** Format: uuid */
                            factId: string;
                            isAnonymous: boolean;
                            kind: string;
                            landingPage: string | null;
                            name: string;
                            origin: string | null;
                            /** Format: uuid */
                            personId: string;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeCards: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    cards: components["schemas"]["BusinessCard"][];
                    event?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        known: number;
                        made: number;
                        people: string[];
                        skipped: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewCards: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    base64?: string;
                    text?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cards: {
                            card: components["schemas"]["BusinessCardOutput"];
                            line: number;
                            person: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** @enum {string} */
                            status: "new" | "known" | "twice" | "unreachable";
                        }[];
                        refused: {
                            line: number;
                            mend: string;
                            what: string;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveChannelHosts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hosts: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getChannelRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        channels: string[];
                        defaults: components["schemas"]["ChannelRule"][];
                        hosts: number;
                        rules: components["schemas"]["ChannelRule"][];
                        run: components["schemas"]["ChannelRun"] | null;
                        version: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveChannelRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    basedOn: number;
                    rules: components["schemas"]["ChannelRuleInput"][];
                    /** @default true */
                    shouldRelabel?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewChannelRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default 90 */
                    days?: number;
                    rules: components["schemas"]["ChannelRuleInput"][];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changes: {
                            from: string | null;
                            n: number;
                            to: string | null;
                        }[];
                        perRule: number[];
                        share: number;
                        touches: number;
                        undecided: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listClocks: {
        parameters: {
            query?: {
                after?: string;
                clause?: string;
                limit?: number;
                of?: "all" | "late" | "running" | "away" | "asked";
                owner?: string;
                team?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        clocks: components["schemas"]["ClockRow"][];
                        next: string | null;
                        /** Format: date-time */
                        now: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignLeads: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default false */
                    isConfirmed?: boolean;
                    note: string;
                    personIds: string[];
                    /** Format: uuid */
                    to: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        facts: {
                            /** Format: uuid */
                            factId: string;
                            /** Format: uuid */
                            personId: string;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLoad: {
        parameters: {
            query?: {
                team?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asked: number;
                        clauses: {
                            clause: string;
                            clock: string;
                            sentence: string;
                        }[];
                        nobodys: number;
                        /** Format: date-time */
                        now: string;
                        people: {
                            awayUntil: string | null;
                            dayLimit: number | null;
                            isActive: boolean;
                            isAway: boolean;
                            late: number;
                            openLeads: number;
                            takenToday: number;
                            team: components["schemas"]["UserRef"] | null;
                            user: components["schemas"]["UserRef"];
                            withinHour: number;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConversations: {
        parameters: {
            query?: {
                after?: string;
                callKind?: "discovery" | "demo" | "negotiation" | "other";
                from?: string;
                heard?: string;
                heardKind?: "competitor" | "message" | "need";
                limit?: number;
                personId?: string;
                seller?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversations: components["schemas"]["ConversationRow"][];
                        next: string | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveConversation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default other
                     * @enum {string}
                     */
                    callKind?: "discovery" | "demo" | "negotiation" | "other";
                    /** Format: date-time */
                    heldAt?: string;
                    /** @default 1 */
                    place?: number;
                    /** @default [] */
                    reps?: string[];
                    title?: string;
                    transcript: string | {
                        [key: string]: unknown;
                    } | unknown[];
                    who: {
                        anonymousId?: string;
                        email?: string;
                        externalId?: string;
                        /** Format: uuid */
                        personId?: string;
                        phone?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        conversationId: string;
                        isNew: boolean;
                        /** Format: uuid */
                        personId: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        aboutFact: string | null;
                        /** Format: date-time */
                        addedAt: string;
                        addedBy: components["schemas"]["UserRef"] | null;
                        /** @enum {string} */
                        callKind: "discovery" | "demo" | "negotiation" | "other";
                        company: string | null;
                        /** Format: uuid */
                        conversationId: string;
                        durationMs: number;
                        figures: components["schemas"]["TalkFigures"];
                        heard: {
                            /** @enum {string} */
                            kind: "competitor" | "message" | "need";
                            name: string;
                            times: number;
                        }[];
                        /** Format: date-time */
                        heldAt: string;
                        issues: {
                            line: number | null;
                            text: string;
                            what: string;
                        }[];
                        /** @enum {string} */
                        kind: "call" | "chat";
                        mayChange: boolean;
                        mentions: {
                            from: number;
                            /** @enum {string} */
                            kind: "competitor" | "message" | "need";
                            name: string;
                            phrase: string;
                            segment: number;
                            /** @enum {string} */
                            side: "rep" | "prospect" | "unknown";
                            to: number;
                        }[];
                        /** Format: uuid */
                        personId: string;
                        personName: string;
                        prospectShare: number | null;
                        repShare: number | null;
                        said: {
                            endMs: number | null;
                            /** @enum {string} */
                            side: "rep" | "prospect" | "unknown";
                            speaker: number | null;
                            startMs: number | null;
                            text: string;
                        }[];
                        seller: components["schemas"]["UserRef"] | null;
                        source: string;
                        speakers: components["schemas"]["SpeakerView"][];
                        target: components["schemas"]["TalkTarget"];
                        title: string;
                        wordsRemovedAt: string | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeConversation: {
        parameters: {
            query: {
                what: "words" | "all";
            };
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    callKind?: "discovery" | "demo" | "negotiation" | "other";
                    /** Format: date-time */
                    heldAt?: string;
                    speakers?: {
                        key: string;
                        personId?: string | null;
                        /** @enum {string} */
                        side: "rep" | "prospect" | "unknown";
                        userId?: string | null;
                    }[];
                    title?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewConversations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversations: {
                            durationMs: number;
                            id: string | null;
                            issues: {
                                line: number | null;
                                text: string;
                                what: string;
                            }[];
                            /** @enum {string} */
                            kind: "call" | "chat";
                            place: number;
                            source: string;
                            speakers: {
                                begins: string;
                                key: string;
                                name: string | null;
                                person: {
                                    name: string;
                                    /** Format: uuid */
                                    personId: string;
                                } | null;
                                share: number;
                                /** @enum {string} */
                                side: "rep" | "prospect" | "unknown";
                                user: components["schemas"]["UserRef"] | null;
                            }[];
                            words: number;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCostImports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        imports: components["schemas"]["CostImport"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadCosts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostImport"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCostImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostImport"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewCosts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CostOptionsInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostImport"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runCostImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CostOptionsInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostImport"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoCostImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostImport"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCostRows: {
        parameters: {
            query?: {
                after?: string;
                campaignId?: string;
                from?: string;
                limit?: number;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: string | null;
                        rows: {
                            campaignId: string | null;
                            campaignName: string | null;
                            channel: string | null;
                            clicks: number | null;
                            costCents: number;
                            currency: string;
                            /** Format: date */
                            day: string;
                            /** Format: uuid */
                            id: string;
                            importId: string | null;
                            impressions: number | null;
                            invoiceId: string | null;
                            /** @enum {string} */
                            kind: "spend" | "credit";
                            source: string;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCosts: {
        parameters: {
            query?: {
                by?: "campaign" | "channel" | "day" | "campaign-day" | "channel-day";
                campaignId?: string;
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        costs: {
                            campaignId: string | null;
                            channel: string | null;
                            clicks: number | null;
                            convertedCents: number | null;
                            costCents: number;
                            currency: string;
                            day: string | null;
                            impressions: number | null;
                        }[];
                        currency: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCurrencyRates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        currency: string;
                        missing: {
                            currency: string;
                            /** Format: date */
                            from: string;
                        }[];
                        rates: {
                            currency: string;
                            /** Format: date */
                            day: string;
                            rate: string;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveCurrencyRates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rates: {
                        currency: string;
                        /** Format: date */
                        day: string;
                        rate: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDealBoard: {
        parameters: {
            query?: {
                accountId?: string;
                closedFrom?: string;
                closedTo?: string;
                closeFrom?: string;
                closeTo?: string;
                competitor?: string;
                currency?: string;
                due?: "next step" | "no next step" | "close date over";
                limit?: number;
                maxCents?: number;
                minCents?: number;
                owner?: string | "nobody";
                pipeline?: string;
                product?: string;
                reason?: string;
                saidBy?: "seller" | "buyer" | "survey";
                sort?: "newest" | "closing" | "largest" | "closed" | "stalest";
                stage?: string;
                status?: "open" | "won" | "lost" | "undecided" | "closed" | "unproven";
                text?: string;
                without?: "close date" | "amount";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: {
                            cards: components["schemas"]["DealRow"][];
                            deals: number;
                            isInAgreement: boolean;
                            knownAs: string | null;
                            next: string | null;
                            probability: number | null;
                            stage: string;
                            sums: components["schemas"]["DealSum"][];
                            /** @enum {string} */
                            team: "marketing" | "sales";
                            withoutAmount: number;
                        }[];
                        pipeline: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sumDeals: {
        parameters: {
            query?: {
                accountId?: string;
                closedFrom?: string;
                closedTo?: string;
                closeFrom?: string;
                closeTo?: string;
                competitor?: string;
                currency?: string;
                due?: "next step" | "no next step" | "close date over";
                maxCents?: number;
                minCents?: number;
                owner?: string | "nobody";
                pipeline?: string;
                product?: string;
                reason?: string;
                saidBy?: "seller" | "buyer" | "survey";
                stage?: string;
                status?: "open" | "won" | "lost" | "undecided" | "closed" | "unproven";
                text?: string;
                without?: "close date" | "amount";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deals: number;
                        sums: components["schemas"]["DealSum"][];
                        withoutAmount: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeals: {
        parameters: {
            query?: {
                accountId?: string;
                after?: string;
                closedFrom?: string;
                closedTo?: string;
                closeFrom?: string;
                closeTo?: string;
                competitor?: string;
                currency?: string;
                due?: "next step" | "no next step" | "close date over";
                limit?: number;
                maxCents?: number;
                minCents?: number;
                owner?: string | "nobody";
                pipeline?: string;
                product?: string;
                reason?: string;
                saidBy?: "seller" | "buyer" | "survey";
                sort?: "newest" | "closing" | "largest" | "closed" | "stalest";
                stage?: string;
                status?: "open" | "won" | "lost" | "undecided" | "closed" | "unproven";
                text?: string;
                without?: "close date" | "amount";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deals: components["schemas"]["DealRow"][];
                        next: string | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportDeals: {
        parameters: {
            query?: {
                accountId?: string;
                closedFrom?: string;
                closedTo?: string;
                closeFrom?: string;
                closeTo?: string;
                competitor?: string;
                currency?: string;
                due?: "next step" | "no next step" | "close date over";
                maxCents?: number;
                minCents?: number;
                owner?: string | "nobody";
                pipeline?: string;
                product?: string;
                reason?: string;
                saidBy?: "seller" | "buyer" | "survey";
                sort?: "newest" | "closing" | "largest" | "closed" | "stalest";
                stage?: string;
                status?: "open" | "won" | "lost" | "undecided" | "closed" | "unproven";
                text?: string;
                without?: "close date" | "amount";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDemo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: number;
                        error: string | null;
                        /** @enum {string} */
                        status: "none" | "running" | "done" | "failed";
                        total: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeDemo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default 5000 */
                    leads?: number;
                    /** @default 7 */
                    seed?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        isStarted: boolean;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDuplicates: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                show?: "open" | "later" | "different";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        isOpenCounted: boolean;
                        next: string | null;
                        open: number;
                        rows: components["schemas"]["Duplicate"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findDuplicates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        found: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    judgeDuplicate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    one: string;
                    /** Format: uuid */
                    other: string;
                    /** @enum {string} */
                    verdict: "different" | "later" | "open";
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listenEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordFacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    facts: components["schemas"]["IncomingFact"][];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        facts: {
                            decisions: string[];
                            /** Format: uuid */
                            factId: string;
                            /** Format: uuid */
                            personId: string;
                            /** @enum {string} */
                            status: "recorded" | "duplicate";
                        }[];
                        planned: {
                            /** Format: date-time */
                            at: string;
                            /** Format: uuid */
                            personId: string;
                        }[];
                        warnings: components["schemas"]["ContactWarning"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFeedback: {
        parameters: {
            query?: {
                after?: string;
                campaign?: string;
                campaignId?: string;
                limit?: number;
                of?: "all" | "mine" | "open" | "answered" | "late" | "closed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        feedback: components["schemas"]["FeedbackRow"][];
                        next: string | null;
                        /** Format: date-time */
                        now: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFeedbackCounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        all: number;
                        answered: number;
                        answerTime: {
                            medianMs: number | null;
                            n: number;
                        };
                        bad: number;
                        closed: number;
                        good: number;
                        late: number;
                        mine: number;
                        open: number;
                        promise: {
                            clause: string;
                            sentence: string;
                        } | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getForecast: {
        parameters: {
            query?: {
                asOf?: string;
                from?: string;
                months?: number;
                owner?: string;
                pipeline?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf: string;
                        atLeast: number;
                        definitions: {
                            [key: string]: string;
                        };
                        months: {
                            byHistory: {
                                cents: number;
                                highCents: number | null;
                                lowCents: number | null;
                            } | null;
                            bySeller: {
                                cents: number;
                                highCents: number | null;
                                lowCents: number | null;
                            } | null;
                            byStage: {
                                cents: number;
                                highCents: number | null;
                                lowCents: number | null;
                            };
                            currency: string;
                            deals: number;
                            month: string;
                            openCents: number;
                            unprovenCents: number;
                            wonCents: number;
                            wonDeals: number;
                        }[];
                        overdue: components["schemas"]["DealSum"][];
                        past: {
                            byStageCents: number;
                            cameCents: number;
                            currency: string;
                            deals: number;
                            month: string;
                            saidCents: number;
                        }[];
                        /** Format: date-time */
                        pastAt: string;
                        pipeline: string | null;
                        sellers: {
                            currency: string;
                            deals: number;
                            expectedCents: number | null;
                            owner: components["schemas"]["UserRef"] | null;
                            past: {
                                cameCents: number;
                                deals: number;
                                highRatio: number | null;
                                isSmall: boolean;
                                lowRatio: number | null;
                                months: number;
                                ratio: number | null;
                                saidCents: number;
                            };
                            saidCents: number;
                        }[];
                        stages: {
                            deals: number;
                            isSmall: boolean;
                            pipeline: string;
                            probability: number | null;
                            stage: string;
                            won: components["schemas"]["Rate"];
                        }[];
                        withoutAmount: number;
                        withoutDate: components["schemas"]["DealSum"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listForecastPast: {
        parameters: {
            query: {
                currency?: string;
                month: string;
                owner?: string | "nobody";
                pipeline?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        isCut: boolean;
                        rows: {
                            cameCents: number;
                            closedAt: string | null;
                            closeDate: string | null;
                            company: string | null;
                            currency: string;
                            id: string;
                            name: string | null;
                            owner: components["schemas"]["UserRef"] | null;
                            person: string;
                            /** Format: uuid */
                            personId: string;
                            /** @enum {string} */
                            proof: "none" | "contract" | "payment";
                            saidCents: number | null;
                            /** @enum {string} */
                            status: "open" | "won" | "lost" | "undecided";
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listForms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        forms: {
                            address: string;
                            campaign: string | null;
                            channel: string | null;
                            /** @default [] */
                            consents: {
                                isRequired: boolean;
                                purpose: string;
                            }[];
                            /** Format: date-time */
                            createdAt: string;
                            fields: {
                                isRequired: boolean;
                                label: string;
                                /** @enum {string} */
                                name: "name" | "email" | "phone" | "company" | "role" | "employees" | "country" | "message" | "wantsCall" | "heardFrom";
                            }[];
                            intro: string;
                            isPublished: boolean;
                            sent: number;
                            slug: string;
                            title: string;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    campaign: string | null;
                    channel: string | null;
                    /** @default [] */
                    consents?: {
                        isRequired: boolean;
                        purpose: string;
                    }[];
                    fields: {
                        isRequired: boolean;
                        label: string;
                        /** @enum {string} */
                        name: "name" | "email" | "phone" | "company" | "role" | "employees" | "country" | "message" | "wantsCall" | "heardFrom";
                    }[];
                    intro: string;
                    isPublished: boolean;
                    title: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFunnel: {
        parameters: {
            query: {
                by?: "channel" | "origin" | "landingPage" | "campaign" | "source" | "owner";
                from: string;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        by: string;
                        currency: string | null;
                        definition: string;
                        from: string;
                        groups: {
                            key: string | null;
                            leads: number;
                            medianDaysToWon: number | null;
                            reached: {
                                [key: string]: number;
                            };
                            won: components["schemas"]["Rate"];
                        }[];
                        leads: number;
                        stages: components["schemas"]["FunnelStage"][];
                        to: string;
                        wonAmountCents: number | null;
                        wonWithAmount: number;
                        youngestDays: number | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFunnelRows: {
        parameters: {
            query: {
                after?: string;
                by?: "channel" | "origin" | "landingPage" | "campaign" | "source" | "owner";
                from: string;
                key?: string;
                limit?: number;
                reached?: "inquiry" | "qualified" | "accepted" | "contacted" | "opportunity" | "won";
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        leads: components["schemas"]["LeadRow"][];
                        next: string | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        inbox: {
                            failed: number;
                            oldestSeconds: number;
                            waiting: number;
                        };
                        schema: string;
                        /** @constant */
                        status: "ready";
                        version: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImportProfiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ready: {
                            description: string;
                            files: string[];
                            id: string;
                            name: string;
                        }[];
                        saved: {
                            /** Format: uuid */
                            id: string;
                            mapping: components["schemas"]["ImportMapping"];
                            name: string;
                        }[];
                        targets: string[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeImportProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        imports: components["schemas"]["ImportView"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImportIssues: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        issues: {
                            code: string;
                            field: string | null;
                            file: string;
                            message: string;
                            row: number;
                            /** @enum {string} */
                            severity: "dropped" | "repaired" | "warning";
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadImportIssues: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mapping?: components["schemas"]["ImportMappingInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: {
                            name: string;
                            samples: string[];
                            target: string | null;
                        }[];
                        rows: {
                            becomes: {
                                [key: string]: string | number | boolean | null;
                            };
                            problems: {
                                field: string | null;
                                message: string;
                                /** @enum {string} */
                                severity: "dropped" | "repaired" | "warning";
                            }[];
                            row: number;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mapping?: components["schemas"]["ImportMappingInput"];
                    saveProfileAs?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    surveyImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        choices: {
                            pipeline: string;
                            stage: string;
                        }[];
                        currency: string;
                        stages: {
                            /** @enum {string} */
                            how: "same name" | "similar" | "nothing like it" | "as last time";
                            n: number;
                            pipeline: string;
                            stage: string;
                            to: {
                                pipeline: string;
                                stage: string;
                            } | null;
                        }[];
                        withoutCurrency: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIntroductions: {
        parameters: {
            query?: {
                limit?: number;
                status?: "asked" | "promised" | "made" | "declined";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        effect: {
                            asked: number;
                            leads: number;
                            made: components["schemas"]["Rate"];
                            opportunities: number;
                            won: number;
                            wonByCurrency: {
                                amountCents: number;
                                currency: string;
                            }[];
                        };
                        introductions: components["schemas"]["IntroductionView"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askIntroduction: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    askedPersonId?: string;
                    /** Format: uuid */
                    askedUserId?: string;
                    /** @default  */
                    note?: string;
                    /** @default [] */
                    path?: {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "colleague" | "person";
                    }[];
                    /** Format: uuid */
                    personId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntroductionView"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeIntroduction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                introductionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                    /** @enum {string} */
                    status: "asked" | "promised" | "made" | "declined";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntroductionView"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        userId: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvoices: {
        parameters: {
            query?: {
                campaignId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invoices: {
                            amountCents: number;
                            campaign: string | null;
                            campaignId: string | null;
                            channel: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: components["schemas"]["UserRef"] | null;
                            currency: string;
                            /** Format: date */
                            from: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "spend" | "credit";
                            label: string;
                            /** Format: date */
                            to: string;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enterInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amountCents: number;
                    /** @default null */
                    campaignId?: string | null;
                    /** @default null */
                    channel?: string | null;
                    currency: string;
                    /** Format: date */
                    from: string;
                    /**
                     * @default spend
                     * @enum {string}
                     */
                    kind?: "spend" | "credit";
                    label: string;
                    /** Format: date */
                    to: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        days: number;
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invoiceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLeads: {
        parameters: {
            query?: {
                after?: string;
                channel?: string;
                landingPage?: string;
                limit?: number;
                openedFrom?: string;
                openedTo?: string;
                outcome?: "open" | "won" | "lost" | "rejected" | "disqualified" | "recycled" | "expired";
                owner?: string;
                sort?: "newest" | "hottest";
                stage?: "inquiry" | "qualified" | "accepted" | "contacted" | "opportunity" | "won";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        leads: components["schemas"]["LeadRow"][];
                        next: string | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLearnedScores: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        scores: components["schemas"]["LearnedScore"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLearnedScore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        auc: number | null;
                        brier: number | null;
                        /** Format: date-time */
                        createdAt: string;
                        createdBy: components["schemas"]["UserRef"] | null;
                        /** @enum {string} */
                        kind: "logistic" | "bayes";
                        n: number;
                        name: string;
                        positive: string;
                        report: components["schemas"]["LearnedReport"];
                        rowsFrom: string | null;
                        rowsTo: string | null;
                        source: string;
                        target: string;
                        versions: number[];
                        warnings: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planLift: {
        parameters: {
            query: {
                baseRate: number;
                perArm: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detectable: number;
                        isPossible: boolean;
                        relative: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeLiftTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                liftTestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkLinks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    urls: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        links: {
                            better: string | null;
                            campaign: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            channel: string | null;
                            findings: {
                                /** @enum {string} */
                                code: "not-a-link" | "not-https" | "no-tags" | "no-source" | "no-medium" | "no-campaign" | "empty-tag" | "tag-twice" | "mixed-case" | "spaces" | "unknown-campaign" | "campaign-over" | "own-medium" | "tags-behind-hash" | "personal-data" | "click-id" | "unseen-page";
                                /** @enum {string} */
                                level: "wrong" | "odd";
                                what: string;
                            }[];
                            url: string;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailView"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setMail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    from: string;
                    host: string;
                    password?: string;
                    port: number;
                    /** @enum {string} */
                    security: "tls" | "starttls" | "none";
                    user: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailView"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forgetMail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadMailFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        sizeBytes: number;
                        type: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewMail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                    /** Format: uuid */
                    personId?: string;
                    subject: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        body: string;
                        missing: string[];
                        subject: string;
                        unknown: string[];
                        warnings: {
                            name: string;
                            purpose: string;
                            /** Format: date-time */
                            since: string;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMailTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        templates: components["schemas"]["MailTemplate"][];
                        variables: ("person.name" | "person.firstName" | "person.title" | "person.company" | "person.email" | "person.city" | "me.name" | "me.firstName" | "me.email" | "house.name")[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createMailTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                    /** @enum {string} */
                    language: "en" | "fr";
                    name: string;
                    /**
                     * @default sales
                     * @enum {string}
                     */
                    purpose?: "sales" | "marketing";
                    /** @default  */
                    subject?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailTemplate"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMailTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                templateId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                    /** @enum {string} */
                    language: "en" | "fr";
                    name: string;
                    /**
                     * @default sales
                     * @enum {string}
                     */
                    purpose?: "sales" | "marketing";
                    /** @default  */
                    subject?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailTemplate"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMailTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                templateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMailThreads: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                personId?: string;
                whose?: "mine" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: string | null;
                        threads: {
                            /** Format: date-time */
                            firstAt: string;
                            hasBounce: boolean;
                            /** Format: uuid */
                            id: string;
                            isOurTurn: boolean;
                            last: {
                                /** @enum {string} */
                                direction: "in" | "out";
                                name: string;
                                text: string;
                            };
                            /** Format: date-time */
                            lastAt: string;
                            messages: number;
                            people: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            repliesCompany: number;
                            repliesProspect: number;
                            subject: string;
                            talkShare: number | null;
                            wordsCompany: number;
                            wordsProspect: number;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMailThread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                threadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answerFrom: string | null;
                        isCut: boolean;
                        messages: components["schemas"]["MailMessage"][];
                        thread: components["schemas"]["MailThread"];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    allowAddress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testMail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messageId: string;
                        to: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findMailboxPreset: {
        parameters: {
            query: {
                address: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        helpUrl: string | null;
                        imap: {
                            host: string;
                            port: number;
                            /** @enum {string} */
                            security: "tls" | "starttls" | "none";
                        };
                        keepsCopies: boolean;
                        name: string;
                        note: ("app password" | "app password always" | "switch on" | "oauth only" | "bridge") | null;
                        signIn: {
                            label: string;
                            /** @enum {string} */
                            provider: "google" | "microsoft" | "other";
                        } | null;
                        smtp: {
                            host: string;
                            port: number;
                            /** @enum {string} */
                            security: "tls" | "starttls" | "none";
                        };
                        /** @enum {string} */
                        source: "known" | "published" | "guessed";
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMailboxProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        providers: {
                            authorizeUrl: string;
                            clientId: string;
                            domains: string[];
                            hasSecret: boolean;
                            imap: {
                                host: string;
                                port: number;
                                /** @enum {string} */
                                security: "tls" | "starttls" | "none";
                            } | null;
                            label: string;
                            /** @enum {string} */
                            provider: "google" | "microsoft" | "other";
                            scopes: string;
                            smtp: {
                                host: string;
                                port: number;
                                /** @enum {string} */
                                security: "tls" | "starttls" | "none";
                            } | null;
                            tenant: string;
                            tokenUrl: string;
                        }[];
                        redirectUrl: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveMailboxProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: "google" | "microsoft" | "other";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    authorizeUrl?: string;
                    clientId: string;
                    clientSecret?: string | null;
                    /** @default [] */
                    domains?: string[];
                    /** @default null */
                    imap?: {
                        host: string;
                        port: number;
                        /** @enum {string} */
                        security: "tls" | "starttls" | "none";
                    } | null;
                    /** @default  */
                    label?: string;
                    /** @default  */
                    scopes?: string;
                    /** @default null */
                    smtp?: {
                        host: string;
                        port: number;
                        /** @enum {string} */
                        security: "tls" | "starttls" | "none";
                    } | null;
                    /** @default  */
                    tenant?: string;
                    /** @default  */
                    tokenUrl?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMailboxProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: "google" | "microsoft" | "other";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMailboxRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        canUseOwnNetwork: boolean;
                        certificates: string;
                        trusted: {
                            fingerprint: string;
                            isAuthority: boolean;
                            subject: string;
                            /** Format: date-time */
                            until: string;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setMailboxRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    canUseOwnNetwork?: boolean;
                    certificates?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginMailboxSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address?: string;
                    /** @default  */
                    displayName?: string;
                    /** Format: uuid */
                    mailboxId?: string;
                    /**
                     * @default headers
                     * @enum {string}
                     */
                    policy?: "counted" | "headers" | "all";
                    /** @enum {string} */
                    provider?: "google" | "microsoft" | "other";
                    /** Format: date-time */
                    since?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishMailboxSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    state: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mailbox"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testMailbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    imap: {
                        host: string;
                        port: number;
                        /** @enum {string} */
                        security: "tls" | "starttls" | "none";
                    };
                    login: string;
                    password: string;
                    /** @default null */
                    smtp?: {
                        host: string;
                        port: number;
                        /** @enum {string} */
                        security: "tls" | "starttls" | "none";
                    } | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        imap: {
                            encryption: string | null;
                            folders: {
                                isRead: boolean;
                                path: string;
                                /** @enum {string} */
                                role: "inbox" | "sent" | "archive" | "other";
                            }[];
                            isOk: boolean;
                            messages: number | null;
                            said: string | null;
                            tellsNews: boolean;
                            trouble: components["schemas"]["MailTrouble"] | null;
                        };
                        smtp: {
                            isOk: boolean;
                            trouble: components["schemas"]["MailTrouble"] | null;
                        } | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMailboxes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        canUseOwnNetwork: boolean;
                        mailboxes: components["schemas"]["Mailbox"][];
                        signIns: {
                            label: string;
                            /** @enum {string} */
                            provider: "google" | "microsoft" | "other";
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    connectMailbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address: string;
                    /** @default  */
                    displayName?: string;
                    imap: {
                        host: string;
                        port: number;
                        /** @enum {string} */
                        security: "tls" | "starttls" | "none";
                    };
                    /** @default true */
                    keepsCopies?: boolean;
                    login: string;
                    password: string;
                    /**
                     * @default headers
                     * @enum {string}
                     */
                    policy?: "counted" | "headers" | "all";
                    /** Format: date-time */
                    since?: string;
                    /** @default null */
                    smtp?: {
                        host: string;
                        port: number;
                        /** @enum {string} */
                        security: "tls" | "starttls" | "none";
                    } | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mailbox"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMailbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mailboxId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMailbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mailboxId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    aliases?: string[];
                    displayName?: string;
                    folders?: {
                        /** Format: uuid */
                        id: string;
                        isRead: boolean;
                    }[];
                    imap?: {
                        host: string;
                        port: number;
                        /** @enum {string} */
                        security: "tls" | "starttls" | "none";
                    };
                    isPaused?: boolean;
                    keepsCopies?: boolean;
                    login?: string;
                    password?: string;
                    /** @enum {string} */
                    policy?: "counted" | "headers" | "all";
                    rules?: {
                        /** @enum {string} */
                        does: "keep" | "leave out";
                        /** @enum {string} */
                        field: "address" | "domain" | "subject";
                        value: string;
                    }[];
                    signature?: string;
                    /** Format: date-time */
                    since?: string;
                    smtp?: {
                        host: string;
                        port: number;
                        /** @enum {string} */
                        security: "tls" | "starttls" | "none";
                    } | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mailbox"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refetchMailbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mailboxId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        again: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMailboxGaps: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path: {
                mailboxId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        days: {
                            counted: number;
                            day: string;
                            failed: number;
                            headers: number;
                            stored: number;
                        }[];
                        gaps: {
                            detail: string | null;
                            folder: string;
                            reason: string;
                            receivedAt: string | null;
                            sizeBytes: number;
                            uid: number;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMails: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                status?: "waiting" | "sent" | "failed" | "refused" | "dropped";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mails: {
                            /** Format: date-time */
                            createdAt: string;
                            error: string | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "notices" | "summary" | "invitation" | "reset" | "test" | "meeting";
                            nextTryAt: string | null;
                            settledAt: string | null;
                            /** @enum {string} */
                            status: "waiting" | "sent" | "failed" | "refused" | "dropped";
                            subject: string;
                            to: string;
                            tries: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMailHtml: {
        parameters: {
            query?: {
                pictures?: "shown" | "hidden";
            };
            header?: never;
            path: {
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        blocked: number;
                        html: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getThreadOfMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answerFrom: string | null;
                        isCut: boolean;
                        messages: components["schemas"]["MailMessage"][];
                        thread: components["schemas"]["MailThread"];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMeetingTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        types: {
                            address: string;
                            /**
                             * @default owner first
                             * @enum {string}
                             */
                            assigns: "owner first" | "round robin";
                            booked: number;
                            /** @default 0 */
                            bufferAfter: number;
                            /** @default 0 */
                            bufferBefore: number;
                            /** @default null */
                            dayLimit: number | null;
                            /** @default 30 */
                            horizonDays: number;
                            /** @default [] */
                            hostIds: string[];
                            hosts: components["schemas"]["UserRef"][];
                            /** Format: uuid */
                            id: string;
                            /** @default  */
                            intro: string;
                            /** @default true */
                            isPublished: boolean;
                            mayChange: boolean;
                            minutes: number;
                            name: string;
                            /** @default 240 */
                            noticeMinutes: number;
                            /** @default  */
                            place: string;
                            /** @enum {string} */
                            placeKind: "phone" | "video" | "address";
                            /** @default [] */
                            questions: {
                                isRequired: boolean;
                                label: string;
                            }[];
                            slug: string;
                            /** @default 30 */
                            stepMinutes: 5 | 10 | 15 | 20 | 30 | 45 | 60;
                            /** @default null */
                            teamId: string | null;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveMeetingType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default owner first
                     * @enum {string}
                     */
                    assigns?: "owner first" | "round robin";
                    /** @default 0 */
                    bufferAfter?: number;
                    /** @default 0 */
                    bufferBefore?: number;
                    /** @default null */
                    dayLimit?: number | null;
                    /** @default 30 */
                    horizonDays?: number;
                    /** @default [] */
                    hostIds?: string[];
                    /** @default  */
                    intro?: string;
                    /** @default true */
                    isPublished?: boolean;
                    minutes: number;
                    name: string;
                    /** @default 240 */
                    noticeMinutes?: number;
                    /** @default  */
                    place?: string;
                    /** @enum {string} */
                    placeKind: "phone" | "video" | "address";
                    /** @default [] */
                    questions?: {
                        isRequired: boolean;
                        label: string;
                    }[];
                    /** @default 30 */
                    stepMinutes?: 5 | 10 | 15 | 20 | 30 | 45 | 60;
                    /** @default null */
                    teamId?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                        /**
                         * @default owner first
                         * @enum {string}
                         */
                        assigns: "owner first" | "round robin";
                        booked: number;
                        /** @default 0 */
                        bufferAfter: number;
                        /** @default 0 */
                        bufferBefore: number;
                        /** @default null */
                        dayLimit: number | null;
                        /** @default 30 */
                        horizonDays: number;
                        /** @default [] */
                        hostIds: string[];
                        hosts: components["schemas"]["UserRef"][];
                        /** Format: uuid */
                        id: string;
                        /** @default  */
                        intro: string;
                        /** @default true */
                        isPublished: boolean;
                        mayChange: boolean;
                        minutes: number;
                        name: string;
                        /** @default 240 */
                        noticeMinutes: number;
                        /** @default  */
                        place: string;
                        /** @enum {string} */
                        placeKind: "phone" | "video" | "address";
                        /** @default [] */
                        questions: {
                            isRequired: boolean;
                            label: string;
                        }[];
                        slug: string;
                        /** @default 30 */
                        stepMinutes: 5 | 10 | 15 | 20 | 30 | 45 | 60;
                        /** @default null */
                        teamId: string | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMeetingType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewMeetingSlots: {
        parameters: {
            query?: {
                days?: number;
                from?: string;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hosts: components["schemas"]["UserRef"][];
                        slots: {
                            /** Format: date-time */
                            at: string;
                            hosts: string[];
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMeetings: {
        parameters: {
            query?: {
                from?: string;
                host?: string | ("me" | "all");
                limit?: number;
                part?: "all" | "without word" | "proposed";
                person?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        isWhole: boolean;
                        meetings: components["schemas"]["MeetingView"][];
                        /** Format: date-time */
                        now: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bookMeetingByHand: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    hostId?: string;
                    /** @default  */
                    message?: string;
                    minutes?: number;
                    /** Format: uuid */
                    personId: string;
                    place?: string;
                    /** @enum {string} */
                    placeKind?: "phone" | "video" | "address";
                    /** @default true */
                    shouldInvite?: boolean;
                    /** Format: date-time */
                    startsAt: string;
                    title?: string;
                    /** Format: uuid */
                    typeId?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        isInvited: boolean;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answers: {
                            answer: string;
                            label: string;
                        }[];
                        cancelledBy: ("guest" | "us") | null;
                        /** Format: date-time */
                        endsAt: string;
                        guest: {
                            email: string | null;
                            name: string;
                            phone: string | null;
                            zone: string;
                        };
                        guestUrl: string | null;
                        host: components["schemas"]["UserRef"];
                        /** Format: uuid */
                        id: string;
                        isOurBooking: boolean;
                        isWithoutWord: boolean;
                        mayChange: boolean;
                        nextStep: string;
                        note: string;
                        personId: string | null;
                        place: string;
                        /** @enum {string} */
                        placeKind: "phone" | "video" | "address";
                        proposal: {
                            /** Format: date-time */
                            at: string;
                            comment: string | null;
                            /** Format: date-time */
                            endsAt: string;
                            /** Format: date-time */
                            startsAt: string;
                        } | null;
                        proposalClash: {
                            title: string;
                            /** @enum {string} */
                            what: "meeting" | "busy" | "away" | "outside hours";
                        } | null;
                        repliedAt: string | null;
                        /** @enum {string} */
                        reply: "none" | "accepted" | "declined" | "tentative";
                        replyComment: string | null;
                        /** Format: date-time */
                        startsAt: string;
                        /** @enum {string} */
                        status: "booked" | "held" | "missed" | "cancelled";
                        talkShare: number | null;
                        title: string;
                        type: {
                            /** Format: uuid */
                            id: string;
                            slug: string | null;
                        } | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingView"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uncancelMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingView"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerMeetingProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    answer: "accept" | "decline";
                    /** @default  */
                    note?: string;
                    /** Format: date-time */
                    startsAt: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingView"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    moveMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    note?: string;
                    /** Format: date-time */
                    startsAt: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingView"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFreeMeetingTimes: {
        parameters: {
            query?: {
                days?: number;
                from?: string;
            };
            header?: never;
            path: {
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        minutes: number;
                        slots: string[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveMeetingWord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    durationS?: number;
                    /** @default  */
                    nextStep?: string;
                    /** @default  */
                    note?: string;
                    talkShare?: number;
                    /** @enum {string} */
                    word: "held" | "missed";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingView"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeBackMeetingWord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingView"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    offerMeeting: {
        parameters: {
            query: {
                days?: number;
                from?: string;
                hostId?: string;
                minutes?: number;
                personId: string;
                typeId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        guest: {
                            email: string | null;
                            /** @enum {string} */
                            language: "en" | "fr";
                            name: string;
                            phone: string | null;
                            zone: string | null;
                        };
                        hasMailServer: boolean;
                        host: components["schemas"]["UserRef"];
                        mayBook: {
                            isAllowed: boolean;
                            why: string | null;
                        };
                        minutes: number;
                        slots: string[];
                        types: {
                            /** Format: uuid */
                            id: string;
                            isOfHost: boolean;
                            minutes: number;
                            name: string;
                            place: string;
                            /** @enum {string} */
                            placeKind: "phone" | "video" | "address";
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewMeetingInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    hostId?: string;
                    /** @default  */
                    message?: string;
                    minutes?: number;
                    /** Format: uuid */
                    personId: string;
                    place?: string;
                    /** @enum {string} */
                    placeKind?: "phone" | "video" | "address";
                    /** @default true */
                    shouldInvite?: boolean;
                    /** Format: date-time */
                    startsAt: string;
                    title?: string;
                    /** Format: uuid */
                    typeId?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        clash: {
                            title: string;
                            /** @enum {string} */
                            what: "meeting" | "busy" | "away" | "outside hours";
                        } | null;
                        /** Format: date-time */
                        endsAt: string;
                        /** @enum {string} */
                        mailing: "goes out" | "no address" | "no mail server" | "not wished" | "in the past";
                        subject: string;
                        text: string;
                        to: string | null;
                        zone: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countMeetings: {
        parameters: {
            query?: {
                from?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accepted: components["schemas"]["Rate"];
                        hosts: {
                            host: components["schemas"]["UserRef"];
                            missed: components["schemas"]["Rate"];
                        }[];
                        missed: components["schemas"]["Rate"];
                        types: {
                            missed: components["schemas"]["Rate"];
                            name: string;
                        }[];
                        withoutWord: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applyMeetingReply: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ics: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        isNews: boolean;
                        /** Format: uuid */
                        meetingId: string;
                        /** @enum {string} */
                        reply: "accepted" | "declined" | "tentative" | "proposed";
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergePeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default {} */
                    chosen?: {
                        [key: string]: "from" | "into";
                    };
                    /** Format: uuid */
                    from: string;
                    /** Format: uuid */
                    into: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        facts: number;
                        /** Format: uuid */
                        mergeId: string;
                        /** Format: uuid */
                        personId: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoMerge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mergeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        facts: number;
                        /** Format: uuid */
                        intoId: string;
                        /** Format: uuid */
                        personId: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMessageHouse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        completeness: {
                            complete: number;
                            incomplete: string[];
                            pillars: number;
                        };
                        messages: components["schemas"]["HouseMessage"][];
                        personas: string[];
                        pillars: components["schemas"]["MessagePillar"][];
                        roof: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveMessageHouse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    pillars: components["schemas"]["MessagePillarInput"][];
                    roof: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    driver: string | null;
                    language: string | null;
                    message: string;
                    objections: components["schemas"]["MessageObjection"][];
                    ownerId: string | null;
                    persona: string | null;
                    /** Format: uuid */
                    pillarId: string;
                    proofs: components["schemas"]["MessageProof"][];
                    stage: ("inquiry" | "qualified" | "accepted" | "contacted" | "opportunity" | "won") | null;
                    topic: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                messageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    driver: string | null;
                    language: string | null;
                    message: string;
                    objections: components["schemas"]["MessageObjection"][];
                    ownerId: string | null;
                    persona: string | null;
                    /** Format: uuid */
                    pillarId: string;
                    proofs: components["schemas"]["MessageProof"][];
                    stage: ("inquiry" | "qualified" | "accepted" | "contacted" | "opportunity" | "won") | null;
                    topic: string | null;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archiveMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                messageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMessageVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        versions: {
                            /** Format: date-time */
                            at: string;
                            by: components["schemas"]["UserRef"] | null;
                            content: {
                                driver: string | null;
                                language: string | null;
                                message: string;
                                objections: components["schemas"]["MessageObjectionOutput"][];
                                persona: string | null;
                                /** Format: uuid */
                                pillarId: string;
                                proofs: components["schemas"]["MessageProofOutput"][];
                                stage: ("inquiry" | "qualified" | "accepted" | "contacted" | "opportunity" | "won") | null;
                                topic: string | null;
                            };
                            version: number;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMyCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        feedUrl: string;
                        sources: {
                            error: string | null;
                            events: number;
                            host: string;
                            /** Format: uuid */
                            id: string;
                            readAt: string | null;
                            /** @enum {string} */
                            status: "waiting" | "read" | "failed";
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewMyFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        feedUrl: string;
                        sources: {
                            error: string | null;
                            events: number;
                            host: string;
                            /** Format: uuid */
                            id: string;
                            readAt: string | null;
                            /** @enum {string} */
                            status: "waiting" | "read" | "failed";
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addCalendarSource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    url: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        feedUrl: string;
                        sources: {
                            error: string | null;
                            events: number;
                            host: string;
                            /** Format: uuid */
                            id: string;
                            readAt: string | null;
                            /** @enum {string} */
                            status: "waiting" | "read" | "failed";
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeCalendarSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rereadCalendarSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        feedUrl: string;
                        sources: {
                            error: string | null;
                            events: number;
                            host: string;
                            /** Format: uuid */
                            id: string;
                            readAt: string | null;
                            /** @enum {string} */
                            status: "waiting" | "read" | "failed";
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMyCard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                        company: string;
                        email: string;
                        name: string;
                        phone: string;
                        slug: string;
                        title: string;
                        url: string;
                        vcard: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveMyCard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    name: string;
                    phone: string;
                    slug: string;
                    title: string;
                    url: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                        company: string;
                        email: string;
                        name: string;
                        phone: string;
                        slug: string;
                        title: string;
                        url: string;
                        vcard: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    needsReport: {
        parameters: {
            query?: {
                by?: "all" | "segment" | "campaign";
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        isCut: boolean;
                        needs: number;
                        people: number;
                        rows: {
                            confirmed: components["schemas"]["Rate"];
                            known: number;
                            need: string;
                            of: string | null;
                            open: number;
                            people: number;
                            resolved: components["schemas"]["Rate"];
                            topic: string | null;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNeedTopics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        topics: components["schemas"]["NeedTopic"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveNeedTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                topic: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isActive: boolean;
                    lostReasons: string[];
                    names: {
                        [key: string]: string;
                    };
                    pages: string[];
                    phrases: {
                        [key: string]: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedTopic"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteNeedTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                topic: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNetworkingEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        events: {
                            cards: number;
                            endsOn: string | null;
                            /** Format: uuid */
                            id: string;
                            key: string;
                            name: string;
                            people: number;
                            startsOn: string | null;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventBody"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventView"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventView"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventView"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addEventGuests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    cards?: components["schemas"]["BusinessCard"][];
                    /** @default null */
                    metBy?: string | null;
                    /** @default [] */
                    personIds?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        known: number;
                        made: number;
                        skipped: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeEventGuest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventId: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewEventGuests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        guests: {
                            card: components["schemas"]["BusinessCardOutput"];
                            line: number;
                            person: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** @enum {string} */
                            status: "new" | "known" | "twice" | "unreachable";
                        }[];
                        refused: {
                            line: number;
                            mend: string;
                            what: string;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        notices: {
                            /** Format: date-time */
                            createdAt: string;
                            data: {
                                [key: string]: unknown;
                            };
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            name: string | null;
                            personId: string | null;
                            readAt: string | null;
                        }[];
                        unread: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNoticePreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string | null;
                        canMail: boolean;
                        preferences: components["schemas"]["NoticePreferences"];
                        refusedBecause: string | null;
                        usual: {
                            /** @enum {string} */
                            agreement_in_force: "off" | "app" | "now" | "digest";
                            /** @enum {string} */
                            agreement_signed: "off" | "app" | "now" | "digest";
                            /** @enum {string} */
                            answered: "off" | "app" | "now" | "digest";
                            /** @enum {string} */
                            asked: "off" | "app" | "now" | "digest";
                            /** @enum {string} */
                            backtest_done: "off" | "app" | "now" | "digest";
                            /** @enum {string} */
                            breached: "off" | "app" | "now" | "digest";
                            /** @enum {string} */
                            clause_commented: "off" | "app" | "now" | "digest";
                            /** @enum {string} */
                            escalated: "off" | "app" | "now" | "digest";
                            /** @enum {string} */
                            feedback: "off" | "app" | "now" | "digest";
                            /** @enum {string} */
                            "feedback answered": "off" | "app" | "now" | "digest";
                            /** @enum {string} */
                            import_done: "off" | "app" | "now" | "digest";
                            /** @enum {string} */
                            mail_refused: "off" | "app" | "now" | "digest";
                            /** @enum {string} */
                            mailbox_gap: "off" | "app" | "now" | "digest";
                            /** @enum {string} */
                            mailbox_unreachable: "off" | "app" | "now" | "digest";
                            /** @enum {string} */
                            overflowed: "off" | "app" | "now" | "digest";
                            /** @enum {string} */
                            reassigned: "off" | "app" | "now" | "digest";
                            /** @enum {string} */
                            routed: "off" | "app" | "now" | "digest";
                            /** @enum {string} */
                            signature_asked: "off" | "app" | "now" | "digest";
                            /** @enum {string} */
                            unroutable: "off" | "app" | "now" | "digest";
                            /** @enum {string} */
                            warned: "off" | "app" | "now" | "digest";
                            /** @enum {string} */
                            webhook_stopped: "off" | "app" | "now" | "digest";
                        };
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setNoticePreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticePreferencesInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readNotices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    upTo: string;
                } | {
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOutgoingMails: {
        parameters: {
            query?: {
                which?: "open" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mails: components["schemas"]["OutgoingMail"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendMail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                    /** @default [] */
                    files?: string[];
                    /** Format: uuid */
                    mailboxId: string;
                    /** Format: uuid */
                    personId?: string;
                    /**
                     * @default sales
                     * @enum {string}
                     */
                    purpose?: "sales" | "marketing";
                    recipients: {
                        address: string;
                        /** @default  */
                        name?: string;
                        /**
                         * @default to
                         * @enum {string}
                         */
                        role?: "to" | "cc" | "bcc";
                    }[];
                    /** Format: uuid */
                    replyTo?: string;
                    /** Format: date-time */
                    sendAt?: string;
                    subject: string;
                    /** Format: uuid */
                    templateId?: string;
                    /** @default false */
                    tracksClicks?: boolean;
                    /** @default false */
                    tracksOpens?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutgoingMail"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelOutgoingMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                outgoingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        body: string;
                        subject: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settleOutgoingMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                outgoingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    what: "it went out" | "send again" | "give up";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutgoingMail"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            [key: string]: string | number | boolean | null;
                        };
                        accountId: string | null;
                        attempts: components["schemas"]["AttemptView"][];
                        deals: {
                            amountCents: number | null;
                            attempt: number;
                            closedAt: string | null;
                            closer: components["schemas"]["UserRef"] | null;
                            currency: string | null;
                            id: string;
                            name: string | null;
                            nextStep: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            /** @enum {string} */
                            proof: "none" | "contract" | "payment";
                            reason: string | null;
                            sdr: components["schemas"]["UserRef"] | null;
                            stage: string;
                            /** @enum {string} */
                            status: "open" | "won" | "lost" | "undecided";
                        }[];
                        engagement: number;
                        /** Format: date-time */
                        firstSeenAt: string;
                        fit: number;
                        grade: string | null;
                        identities: {
                            kind: string;
                            value: string;
                        }[];
                        isAnonymous: boolean;
                        /** Format: date-time */
                        lastSeenAt: string;
                        ledger: {
                            at: string | null;
                            /** @enum {string} */
                            axis: "fit" | "engagement";
                            because: string | null;
                            clause: string | null;
                            factId: string | null;
                            kind: string | null;
                            now: number;
                            points: number;
                        }[];
                        may: {
                            [key: string]: {
                                isAllowed: boolean;
                                why: string | null;
                            };
                        };
                        name: string;
                        person: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** Format: uuid */
                        personId: string;
                        qualification: {
                            because: string | null;
                            clause: string;
                            explain: components["schemas"]["__schema0"];
                            holds: boolean;
                            needed?: string | null;
                        }[];
                        reasons: {
                            disqualify: {
                                asks: string | null;
                                asksDate: boolean;
                                consequence: string;
                                needs: string | null;
                                reason: string;
                            }[];
                            reject: {
                                consequence: string;
                                reason: string;
                            }[];
                        };
                        scores: {
                            engagement: number;
                            fit: number;
                            grade: string | null;
                            ledger: {
                                at: string | null;
                                /** @enum {string} */
                                axis: "fit" | "engagement";
                                because: string | null;
                                clause: string | null;
                                factId: string | null;
                                kind: string | null;
                                now: number;
                                points: number;
                            }[];
                            name: string;
                        }[];
                        sourceName: string | null;
                        traits: {
                            [key: string]: string | number | boolean | null;
                        };
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCircle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accountId: string | null;
                        deals: components["schemas"]["GroupDeal"][];
                        missing: components["schemas"]["MissingRole"][];
                        people: components["schemas"]["GroupMember"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConsents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        consents: {
                            /** @enum {string} */
                            covers: "e-mail" | "phone" | "letter" | "message" | "nothing";
                            history: {
                                /** Format: date-time */
                                at: string;
                                by: string | null;
                                /** Format: uuid */
                                factId: string;
                                form: string | null;
                                isGiven: boolean;
                                language: string | null;
                                proof: string | null;
                                source: string;
                                version: number | null;
                            }[];
                            name: string;
                            purpose: string;
                            /** @enum {string} */
                            state: "given" | "withdrawn" | "not asked";
                        }[];
                        isErased: boolean;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        conversationId: string;
                        isNew: boolean;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dealId: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accountId: string | null;
                        amountCents: number | null;
                        attempt: number;
                        clocks: components["schemas"]["RunningClock"][];
                        closedAt: string | null;
                        closeDate: string | null;
                        colleagues: {
                            name: string;
                            /** Format: uuid */
                            personId: string;
                            title: string | null;
                        }[];
                        company: string | null;
                        competitors: string[] | null;
                        contracts: {
                            /** Format: date-time */
                            at: string;
                            documentId: string | null;
                            /** Format: uuid */
                            factId: string;
                            signatories: string[];
                            signedOn: string | null;
                        }[];
                        currency: string | null;
                        documents: components["schemas"]["DealDocument"][];
                        history: {
                            /** Format: date-time */
                            at: string;
                            by: components["schemas"]["UserRef"] | null;
                            data: {
                                [key: string]: unknown;
                            };
                            /** Format: uuid */
                            factId: string;
                            isRetracted: boolean;
                            kind: string;
                            mayRetract: boolean;
                            source: string;
                        }[];
                        id: string;
                        leadOwner: components["schemas"]["UserRef"] | null;
                        may: {
                            [key: string]: {
                                isAllowed: boolean;
                                why: string | null;
                            };
                        };
                        name: string | null;
                        need: string | null;
                        nextStep: string | null;
                        nextStepAt: string | null;
                        /** Format: date-time */
                        openedAt: string;
                        owner: components["schemas"]["UserRef"] | null;
                        payments: {
                            amountCents: number | null;
                            /** Format: date-time */
                            at: string;
                            currency: string | null;
                            /** Format: uuid */
                            factId: string;
                            reference: string | null;
                        }[];
                        people: {
                            name: string;
                            personId: string | null;
                            /** @enum {string} */
                            role: "decision maker" | "champion" | "user" | "blocker" | "buyer" | "other";
                            title: string | null;
                        }[];
                        person: string;
                        /** Format: uuid */
                        personId: string;
                        pipeline: string;
                        probability: number | null;
                        products: components["schemas"]["DealProduct"][];
                        productsCents: number | null;
                        /** @enum {string} */
                        proof: "none" | "contract" | "payment";
                        reasons: string[];
                        said: {
                            /** Format: date-time */
                            at: string;
                            competitor: string | null;
                            note: string | null;
                            reasons: string[];
                            /** @enum {string} */
                            saidBy: "seller" | "buyer" | "survey";
                        }[];
                        saidBy: ("seller" | "buyer" | "survey") | null;
                        stage: string;
                        /** Format: date-time */
                        stageAt: string;
                        stages: {
                            days: number | null;
                            enteredAt: string | null;
                            exit: components["schemas"]["DealEvidence"][];
                            isCurrent: boolean;
                            knownAs: string | null;
                            name: string;
                            probability: number | null;
                            /** @enum {string} */
                            team: "marketing" | "sales";
                        }[];
                        /** @enum {string} */
                        status: "open" | "won" | "lost" | "undecided";
                        win: {
                            allowsUnproven: boolean;
                            lines: components["schemas"]["DealEvidence"][];
                            mayWin: boolean;
                            /** @enum {string} */
                            needs: "contract or payment" | "contract" | "payment" | "nothing";
                        };
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dealId: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        decisions: string[];
                        document: components["schemas"]["DealDocument"];
                        factId: string | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        closes: {
                            deals: number;
                            leads: number;
                        };
                        confirm: string;
                        email: string | null;
                        goes: {
                            facts: number;
                            keys: number;
                            mentions: number;
                            merges: number;
                            notices: number;
                            uploads: number;
                        };
                        isErased: boolean;
                        name: string;
                        /** Format: uuid */
                        personId: string;
                        stays: {
                            deals: number;
                            leads: number;
                            wonCents: number;
                        };
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erasePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    confirm: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counts: {
                            [key: string]: number;
                        };
                        /** Format: uuid */
                        erasureId: string;
                        /** Format: uuid */
                        personId: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportPerson: {
        parameters: {
            query?: {
                as?: "json" | "html";
            };
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    whoCanIntroduce: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        introductions: components["schemas"]["IntroductionView"][];
                        paths: {
                            nodes: {
                                detail: string;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "colleague" | "person";
                                name: string;
                            }[];
                            strengths: (1 | 2 | 3)[];
                            weakest: 1 | 2 | 3;
                        }[];
                        person: {
                            company: string | null;
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        ties: components["schemas"]["TieView"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lookAtStory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        before: string | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewMerge: {
        parameters: {
            query: {
                from: string;
            };
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deals: number;
                        fields: {
                            /** @enum {string} */
                            field: "name" | "email" | "phone" | "title" | "role" | "country" | "region" | "city" | "language";
                            from: string | null;
                            into: string | null;
                            isContested: boolean;
                            /** @enum {string} */
                            suggested: "from" | "into";
                        }[];
                        from: components["schemas"]["PersonBrief"];
                        into: components["schemas"]["PersonBrief"];
                        keys: {
                            kind: string;
                            value: string;
                        }[];
                        owners: string[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMerges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        merges: {
                            from: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** Format: date-time */
                            mergedAt: string;
                            mergedBy: string | null;
                            /** Format: uuid */
                            mergeId: string;
                            undoneAt: string | null;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMessagesFor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messages: {
                            driver: string | null;
                            /** Format: uuid */
                            id: string;
                            language: string | null;
                            message: string;
                            objections: components["schemas"]["MessageObjectionOutput"][];
                            points: number;
                            proof: components["schemas"]["MessageProofOutput"] | null;
                            reasons: {
                                text: string;
                                /** @enum {string} */
                                why: "need" | "perhaps" | "persona" | "stage";
                            }[];
                            usedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNeeds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        needs: components["schemas"]["NeedView"][];
                        said: {
                            /** Format: date-time */
                            at: string;
                            /** Format: uuid */
                            fact: string;
                            kind: string;
                            words: string | null;
                        }[];
                        suggestions: components["schemas"]["NeedSuggestion"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStory: {
        parameters: {
            query?: {
                actor?: string;
                after?: string;
                fact?: string;
                kind?: "visits" | "forms" | "mails" | "calls" | "meetings" | "notes" | "needs" | "verdicts" | "deals" | "details";
                limit?: number;
                side?: "prospect" | "marketing" | "sales" | "deal" | "identity" | "time";
                text?: string;
                until?: string;
            };
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        facts: components["schemas"]["FactView"][];
                        next: string | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWarnings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        warnings: components["schemas"]["StoryWarning"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPhraseLists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lists: {
                            /** @enum {string} */
                            kind: "competitor" | "message" | "need";
                            name: string;
                            phrases: string[];
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    savePhraseLists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lists: {
                        /** @enum {string} */
                        kind: "competitor" | "message" | "need";
                        name: string;
                        phrases: string[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversations: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDealSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        competitors: string[];
                        currencies: string[];
                        currency: string;
                        owners: components["schemas"]["UserRef"][];
                        pipelines: {
                            allowsUnproven: boolean;
                            isDefault: boolean;
                            name: string;
                            stages: {
                                exit: {
                                    /** @enum {string} */
                                    evidence: "need" | "amount" | "next step" | "close date" | "decision maker" | "competitor asked" | "meeting held" | "offer sent" | "condition" | "contract" | "payment";
                                    says: string;
                                }[];
                                knownAs: string | null;
                                name: string;
                                probability: number | null;
                                /** @enum {string} */
                                team: "marketing" | "sales";
                            }[];
                            /** @enum {string} */
                            winNeeds: "contract or payment" | "contract" | "payment" | "nothing";
                        }[];
                        products: string[];
                        reasons: {
                            code: string;
                            isNoDecision: boolean;
                            says: string;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPrivacyLog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: {
                            /** Format: date-time */
                            at: string;
                            data: {
                                [key: string]: unknown;
                            };
                            /** Format: uuid */
                            id: string;
                            personId: string | null;
                            /** @enum {string} */
                            what: "exported" | "erased" | "erased again" | "retention changed" | "retention applied" | "purpose changed";
                            who: string | null;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPurposes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        purposes: components["schemas"]["Purpose"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    savePurpose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                purpose: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    basis: "consent" | "legitimate interest" | "contract" | "legal duty";
                    /** @enum {string} */
                    covers: "e-mail" | "phone" | "letter" | "message" | "nothing";
                    isActive: boolean;
                    name: string;
                    /** @default null */
                    nameFr?: string | null;
                    wording: string;
                    /** @default null */
                    wordingFr?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Purpose"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rules: {
                            isOn: boolean;
                            lastError: string | null;
                            lastRemoved: number | null;
                            lastRunAt: string | null;
                            months: number;
                            /** @enum {string} */
                            rule: "visits" | "visitors" | "closed leads" | "mails" | "webhooks" | "import rows";
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isOn: boolean;
                    months: number;
                    /** @enum {string} */
                    rule: "visits" | "visitors" | "closed leads" | "mails" | "webhooks" | "import rows";
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewRetention: {
        parameters: {
            query: {
                months: number;
                rule: "visits" | "visitors" | "closed leads" | "mails" | "webhooks" | "import rows";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        before: string;
                        isCounted: boolean;
                        n: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listContactWarnings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    people: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        warnings: components["schemas"]["ContactWarning"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPromises: {
        parameters: {
            query?: {
                channel?: string;
                from?: string;
                grade?: string;
                period?: "week" | "month" | "custom";
                person?: string;
                team?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        channels: string[];
                        definition: string;
                        from: string;
                        marketing: {
                            feedback: {
                                answer: components["schemas"]["PromiseDelay"];
                                because: string | null;
                                broken: number;
                                clause: string;
                                kept: number;
                                rate: components["schemas"]["Rate"];
                                running: number;
                                sentence: string;
                            } | null;
                            handoff: {
                                because: string | null;
                                broken: number;
                                clause: string;
                                kept: number;
                                missing: {
                                    leads: number;
                                    what: string;
                                }[];
                                rate: components["schemas"]["Rate"];
                                sentence: string;
                            } | null;
                            lines: components["schemas"]["DeliveryLine"][];
                        };
                        people: {
                            human: components["schemas"]["PromiseDelay"];
                            id: string | null;
                            name: string;
                            promises: {
                                broken: number;
                                /** @enum {string} */
                                clock: "acceptance" | "first contact" | "attempts" | "verdict" | "next step";
                                kept: number;
                                rate: components["schemas"]["Rate"];
                                running: number;
                            }[];
                            team: string | null;
                        }[];
                        sales: {
                            acceptance: {
                                accepted: number;
                                high: number | null;
                                k: number;
                                low: number | null;
                                n: number;
                                rate: number | null;
                                rejected: number;
                                undecided: number;
                            };
                            acceptance30Days: {
                                high: number | null;
                                isAlarm: boolean;
                                k: number;
                                low: number | null;
                                n: number;
                                rate: number | null;
                            };
                            coding: components["schemas"]["Rate"];
                            feedback: components["schemas"]["PromiseDelay"];
                            followUp: components["schemas"]["Rate"];
                            human: components["schemas"]["PromiseDelay"];
                            promises: components["schemas"]["SalesPromise"][];
                            system: components["schemas"]["PromiseDelay"];
                        };
                        teams: {
                            human: components["schemas"]["PromiseDelay"];
                            id: string | null;
                            name: string;
                            promises: {
                                broken: number;
                                /** @enum {string} */
                                clock: "acceptance" | "first contact" | "attempts" | "verdict" | "next step";
                                kept: number;
                                rate: components["schemas"]["Rate"];
                                running: number;
                            }[];
                            team: string | null;
                        }[];
                        to: string;
                        version: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPromiseRows: {
        parameters: {
            query: {
                after?: string;
                channel?: string;
                clock?: "acceptance" | "first contact" | "attempts" | "verdict" | "next step";
                from?: string;
                grade?: string;
                letter?: "A" | "B" | "C" | "D";
                limit?: number;
                of: "delivered" | "given" | "not given" | "kept" | "broken" | "running" | "touched first" | "accepted" | "rejected" | "undecided" | "followed up" | "forgotten" | "coded" | "uncoded" | "uncontacted today" | "shallow today";
                period?: "week" | "month" | "custom";
                person?: string;
                team?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        leads: {
                            acceptedAt: string | null;
                            /** Format: date-time */
                            at: string;
                            attempt: number;
                            campaign: string | null;
                            channel: string | null;
                            closedAt: string | null;
                            company: string | null;
                            contactedAt: string | null;
                            dueAt: string | null;
                            dueClock: string | null;
                            email: string | null;
                            engagement: number;
                            firstTouchAt: string | null;
                            fit: number;
                            grade: string | null;
                            isHistory: boolean;
                            landingPage: string | null;
                            name: string;
                            /** Format: date-time */
                            openedAt: string;
                            origin: string | null;
                            /** @enum {string} */
                            outcome: "open" | "won" | "lost" | "rejected" | "disqualified" | "recycled" | "expired";
                            owner: components["schemas"]["UserRef"] | null;
                            /** Format: uuid */
                            personId: string;
                            phone: string | null;
                            pool: string | null;
                            qualifiedAt: string | null;
                            reason: string | null;
                            routedAt: string | null;
                            /** @enum {string} */
                            stage: "inquiry" | "qualified" | "accepted" | "contacted" | "opportunity" | "won";
                            /** @enum {string} */
                            team: "marketing" | "sales";
                            touches: number;
                            wonAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPromisesToday: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        attemptsPromised: number | null;
                        sellers: {
                            leads: {
                                acceptedAt: string | null;
                                attempt: number;
                                campaign: string | null;
                                channel: string | null;
                                closedAt: string | null;
                                company: string | null;
                                contactedAt: string | null;
                                dueAt: string | null;
                                dueClock: string | null;
                                email: string | null;
                                engagement: number;
                                firstTouchAt: string | null;
                                fit: number;
                                grade: string | null;
                                isHistory: boolean;
                                landingPage: string | null;
                                name: string;
                                /** Format: date-time */
                                openedAt: string;
                                origin: string | null;
                                /** @enum {string} */
                                outcome: "open" | "won" | "lost" | "rejected" | "disqualified" | "recycled" | "expired";
                                owner: components["schemas"]["UserRef"] | null;
                                /** Format: uuid */
                                personId: string;
                                phone: string | null;
                                pool: string | null;
                                qualifiedAt: string | null;
                                reason: string | null;
                                routedAt: string | null;
                                /** Format: date-time */
                                since: string;
                                /** @enum {string} */
                                stage: "inquiry" | "qualified" | "accepted" | "contacted" | "opportunity" | "won";
                                /** @enum {string} */
                                team: "marketing" | "sales";
                                touches: number;
                                /** @enum {string} */
                                why: "uncontacted" | "shallow";
                                wonAt: string | null;
                            }[];
                            shallow: number;
                            uncontacted: number;
                            user: components["schemas"]["UserRef"] | null;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getQueue: {
        parameters: {
            query?: {
                limit?: number;
                owner?: string | ("me" | "all" | "nobody");
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        isWhole: boolean;
                        late: number;
                        leads: {
                            acceptedAt: string | null;
                            attempt: number;
                            campaign: string | null;
                            channel: string | null;
                            clocks: components["schemas"]["RunningClock"][];
                            closedAt: string | null;
                            company: string | null;
                            contactedAt: string | null;
                            dueAt: string | null;
                            dueClock: string | null;
                            email: string | null;
                            engagement: number;
                            firstTouchAt: string | null;
                            fit: number;
                            grade: string | null;
                            isHistory: boolean;
                            landingPage: string | null;
                            lastDid: {
                                /** Format: date-time */
                                at: string;
                                data: {
                                    [key: string]: unknown;
                                };
                                kind: string;
                            } | null;
                            name: string;
                            /** Format: date-time */
                            openedAt: string;
                            origin: string | null;
                            /** @enum {string} */
                            outcome: "open" | "won" | "lost" | "rejected" | "disqualified" | "recycled" | "expired";
                            owner: components["schemas"]["UserRef"] | null;
                            /** Format: uuid */
                            personId: string;
                            phone: string | null;
                            pool: string | null;
                            qualifiedAt: string | null;
                            qualifiedBy: string | null;
                            reason: string | null;
                            routedAt: string | null;
                            /** @enum {string} */
                            stage: "inquiry" | "qualified" | "accepted" | "contacted" | "opportunity" | "won";
                            /** @enum {string} */
                            team: "marketing" | "sales";
                            touches: number;
                            wonAt: string | null;
                        }[];
                        /** Format: date-time */
                        now: string;
                        runningOutWithinHour: number;
                        total: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search: {
        parameters: {
            query: {
                limit?: number;
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accounts: {
                            /** Format: uuid */
                            accountId: string;
                            domain: string | null;
                            name: string;
                            people: number;
                        }[];
                        deals: {
                            amountCents: number | null;
                            company: string | null;
                            currency: string | null;
                            id: string;
                            name: string | null;
                            person: string;
                            /** Format: uuid */
                            personId: string;
                            stage: string;
                            /** @enum {string} */
                            status: "open" | "won" | "lost" | "undecided";
                        }[];
                        people: {
                            company: string | null;
                            email: string | null;
                            grade: string | null;
                            name: string;
                            outcome: string | null;
                            /** Format: uuid */
                            personId: string;
                            stage: string | null;
                        }[];
                        users: {
                            email: string | null;
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        company: string;
                        currency: string;
                        user: {
                            email: string | null;
                            /** Format: uuid */
                            id: string;
                            locale: ("en" | "fr") | null;
                            name: string;
                            /** @enum {string} */
                            role: "admin" | "manager" | "marketer" | "seller" | "viewer";
                            side: ("marketing" | "sales") | null;
                            teamName: string | null;
                        };
                        zone: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setLocale: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    locale: "en" | "fr";
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeCurrency: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currency: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        currency: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        company: string | null;
                        isOpen: boolean;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    completeSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    company: string;
                    /** @default EUR */
                    currency?: string;
                    /** Format: email */
                    email: string;
                    /**
                     * @default en
                     * @enum {string}
                     */
                    locale?: "en" | "fr";
                    name: string;
                    password: string;
                    /**
                     * @default empty
                     * @enum {string}
                     */
                    start?: "empty" | "demo";
                    /** @default Europe/Paris */
                    zone?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        userId: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTalk: {
        parameters: {
            query?: {
                callKind?: "discovery" | "demo" | "negotiation" | "other";
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        all: {
                            high: number | null;
                            low: number | null;
                            mean: number | null;
                            n: number;
                        };
                        definition: string;
                        dialogue: {
                            companyWords: number;
                            exchanges: number;
                            prospectShare: number | null;
                            prospectWords: number;
                            /** @enum {string} */
                            way: "chat" | "e-mail" | "form";
                        }[];
                        /** Format: date */
                        from: string;
                        heard: {
                            byProspect: number;
                            conversations: number;
                            /** @enum {string} */
                            kind: "competitor" | "message" | "need";
                            name: string;
                            times: number;
                        }[];
                        sellers: {
                            inTarget: components["schemas"]["Rate"];
                            longestTurnMs: number | null;
                            patienceMs: number | null;
                            prospectShare: {
                                high: number | null;
                                low: number | null;
                                mean: number | null;
                                n: number;
                            };
                            questionsPerHour: number | null;
                            seller: components["schemas"]["UserRef"] | null;
                        }[];
                        target: components["schemas"]["TalkTarget"];
                        /** Format: date */
                        to: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTeams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        teams: components["schemas"]["Team"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTeam: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    side: "marketing" | "sales";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                teamId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                teamId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTies: {
        parameters: {
            query?: {
                limit?: number;
                of?: string | ("me" | "all");
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ties: components["schemas"]["TieView"][];
                        total: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveTie: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    knowerPersonId?: string;
                    /** Format: uuid */
                    knowerUserId?: string;
                    /** @default  */
                    note?: string;
                    /** Format: uuid */
                    personId: string;
                    /** @default null */
                    since?: string | null;
                    strength: 1 | 2 | 3;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TieView"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeTie: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tieId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUnclaimedNames: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        names: {
                            costs: components["schemas"]["Amount"][];
                            firstAt: string | null;
                            lastAt: string | null;
                            leads: number;
                            likely: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            name: string;
                            touches: number;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUnknownSenders: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ignored: string[];
                        next: string | null;
                        senders: {
                            address: string;
                            isOneWay: boolean;
                            /** Format: date-time */
                            lastAt: string;
                            lastSubject: string;
                            mails: number;
                            /** Format: uuid */
                            messageId: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ignoreSender: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    value: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heedSender: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                value: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    meetSender: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address: string;
                    /** @default  */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        personId: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        users: components["schemas"]["UserView"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    languages?: string[];
                    /** @enum {string} */
                    locale?: "en" | "fr";
                    name: string;
                    password?: string;
                    /** @enum {string} */
                    role: "admin" | "manager" | "marketer" | "seller" | "viewer";
                    skills?: string[];
                    teamId: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        invitation: string | null;
                        mailedTo: string | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    calendar?: {
                        hours: {
                            [key: string]: string[];
                        };
                        zone: string;
                    } | null;
                    /** Format: email */
                    email?: string;
                    isActive?: boolean;
                    languages?: string[];
                    name?: string;
                    reroute?: boolean;
                    /** @enum {string} */
                    role?: "admin" | "manager" | "marketer" | "seller" | "viewer";
                    skills?: string[];
                    teamId?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    endsAt: string;
                    /** @default  */
                    note?: string;
                    /** @default false */
                    reroute?: boolean;
                    /** Format: date-time */
                    startsAt: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        endsAt: string;
                        /** Format: uuid */
                        id: string;
                        note: string;
                        /** Format: date-time */
                        startsAt: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                absenceId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invitation: string;
                        mailedTo: string | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReroute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        latest: components["schemas"]["Reroute"] | null;
                        openLeads: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginReroute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reroute"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        views: components["schemas"]["SavedView"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                viewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default false */
                    isShared?: boolean;
                    name: string;
                    /** @enum {string} */
                    page: "today" | "people" | "deals list";
                    search: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                viewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setDefaultView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                page: "today" | "people" | "deals list";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    viewId: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kinds: ("lead.qualified" | "lead.routed" | "lead.reassigned" | "lead.unroutable" | "lead.accepted" | "lead.rejected" | "lead.disqualified" | "lead.returned" | "lead.escalated" | "lead.closed" | "clock.warned" | "clock.breached" | "call.made" | "call.received" | "call.answered" | "conversation.recorded" | "meeting.booked" | "meeting.moved" | "meeting.cancelled" | "meeting.held" | "meeting.missed" | "email.sent" | "email.replied" | "email.auto_replied" | "email.bounced" | "need.stated" | "need.judged" | "consent.given" | "consent.withdrawn" | "people.merged" | "feedback.given" | "deal.opened" | "deal.changed" | "deal.moved" | "deal.won" | "deal.lost" | "deal.undecided" | "deal.explained" | "deal.reopened" | "contract.signed" | "payment.received")[];
                        webhooks: components["schemas"]["WebhookView"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kinds: ("lead.qualified" | "lead.routed" | "lead.reassigned" | "lead.unroutable" | "lead.accepted" | "lead.rejected" | "lead.disqualified" | "lead.returned" | "lead.escalated" | "lead.closed" | "clock.warned" | "clock.breached" | "call.made" | "call.received" | "call.answered" | "conversation.recorded" | "meeting.booked" | "meeting.moved" | "meeting.cancelled" | "meeting.held" | "meeting.missed" | "email.sent" | "email.replied" | "email.auto_replied" | "email.bounced" | "need.stated" | "need.judged" | "consent.given" | "consent.withdrawn" | "people.merged" | "feedback.given" | "deal.opened" | "deal.changed" | "deal.moved" | "deal.won" | "deal.lost" | "deal.undecided" | "deal.explained" | "deal.reopened" | "contract.signed" | "payment.received")[];
                    /** @default  */
                    note?: string;
                    url: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                        webhook: components["schemas"]["WebhookView"];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kinds?: ("lead.qualified" | "lead.routed" | "lead.reassigned" | "lead.unroutable" | "lead.accepted" | "lead.rejected" | "lead.disqualified" | "lead.returned" | "lead.escalated" | "lead.closed" | "clock.warned" | "clock.breached" | "call.made" | "call.received" | "call.answered" | "conversation.recorded" | "meeting.booked" | "meeting.moved" | "meeting.cancelled" | "meeting.held" | "meeting.missed" | "email.sent" | "email.replied" | "email.auto_replied" | "email.bounced" | "need.stated" | "need.judged" | "consent.given" | "consent.withdrawn" | "people.merged" | "feedback.given" | "deal.opened" | "deal.changed" | "deal.moved" | "deal.won" | "deal.lost" | "deal.undecided" | "deal.explained" | "deal.reopened" | "contract.signed" | "payment.received")[];
                    note?: string;
                    /** @enum {string} */
                    status?: "active" | "paused";
                    url?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                status?: "waiting" | "delivered" | "failed";
            };
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deliveries: {
                            attempts: {
                                answer: string | null;
                                /** Format: date-time */
                                at: string;
                                error: string | null;
                                statusCode: number | null;
                                tookMs: number;
                            }[];
                            body: string;
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            nextTryAt: string | null;
                            /** Format: date-time */
                            occurredAt: string;
                            /** @enum {string} */
                            status: "waiting" | "delivered" | "failed";
                            tries: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    eventId: string;
                } | {
                    /** @default false */
                    onlyFailed?: boolean;
                    /** Format: date-time */
                    since: string;
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        oldSecretUntil: string;
                        secret: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answer: string | null;
                        /** Format: date-time */
                        at: string;
                        error: string | null;
                        statusCode: number | null;
                        tookMs: number;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebsite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counts: {
                            n: number;
                            /** @enum {string} */
                            what: "recorded" | "duplicate" | "bot" | "staff" | "refused" | "accepted";
                        }[];
                        events: {
                            /** Format: date-time */
                            at: string;
                            library: string | null;
                            name: string;
                            personId: string | null;
                            type: string;
                            /** @enum {string} */
                            what: "recorded" | "duplicate" | "bot" | "staff" | "refused" | "accepted";
                            who: string;
                            why: string | null;
                        }[];
                        inbox: {
                            failed: {
                                /** Format: date-time */
                                failedAt: string;
                                messageId: string;
                                /** Format: date-time */
                                receivedAt: string;
                                why: string;
                            }[];
                            failedInAll: number;
                            oldestAt: string | null;
                            waiting: number;
                        };
                        keys: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            writeKey: string;
                        }[];
                        scriptBytes: number;
                        scriptUrl: string;
                        settings: components["schemas"]["WebsiteSettings"];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveWebsiteSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebsiteSettingsInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWinLoss: {
        parameters: {
            query?: {
                from?: string;
                owner?: string;
                pipeline?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        competitors: {
                            competitor: string;
                            isSmall: boolean;
                            lost: number;
                            open: number;
                            undecided: number;
                            winRate: components["schemas"]["Rate"];
                            won: number;
                        }[];
                        definitions: {
                            [key: string]: string;
                        };
                        from: string | null;
                        gap: {
                            buyer: components["schemas"]["Rate"];
                            code: string;
                            difference: number | null;
                            high: number | null;
                            isSmall: boolean;
                            low: number | null;
                            says: string;
                            seller: components["schemas"]["Rate"];
                        }[];
                        lost: number;
                        lostSums: components["schemas"]["DealSum"][];
                        proven: number;
                        reasons: {
                            code: string;
                            isInAgreement: boolean;
                            lost: number;
                            lostToo: number;
                            says: string;
                            shareOfLost: components["schemas"]["Rate"];
                            shareOfWon: components["schemas"]["Rate"];
                            undecided: number;
                            undecidedToo: number;
                            won: number;
                            wonToo: number;
                        }[];
                        sources: {
                            lost: number;
                            saidBy: ("seller" | "buyer" | "survey") | null;
                            undecided: number;
                            won: number;
                        }[];
                        to: string | null;
                        undecided: number;
                        undecidedSums: components["schemas"]["DealSum"][];
                        unproven: {
                            deals: number;
                            sums: components["schemas"]["DealSum"][];
                        };
                        winRate: components["schemas"]["Rate"];
                        winRateWithUndecided: components["schemas"]["Rate"];
                        withoutReason: {
                            lost: number;
                            undecided: number;
                            won: number;
                        };
                        won: number;
                        wonSums: components["schemas"]["DealSum"][];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWriteKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: {
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: uuid */
                            id: string;
                            name: string;
                            revokedAt: string | null;
                            writeKey: string;
                        }[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWriteKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        writeKey: string;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeWriteKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showBookingPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFreeSlots: {
        parameters: {
            query?: {
                days?: number;
                from?: string;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        minutes: number;
                        slots: string[];
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showGuestMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeGuestMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leaveCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    websiteScript: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/javascript": string;
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMeetingFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    followCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    followTrackedLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openTrackedMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/gif": string;
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    speakMcp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showUnsubscribe: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    aliasShort: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        factId: string | null;
                        /** @enum {string} */
                        filtered?: "bot" | "staff";
                        notes?: string[];
                        /** @enum {string} */
                        status: "recorded" | "duplicate" | "filtered" | "accepted";
                        /** @constant */
                        success: true;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    alias: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    anonymousId?: (string | number) | null;
                    context?: {
                        [key: string]: unknown;
                    } | null;
                    integrations?: {
                        [key: string]: unknown;
                    } | null;
                    messageId?: (string | number) | null;
                    originalTimestamp?: string | null;
                    previousId: string | number;
                    sentAt?: string | null;
                    timestamp?: string | null;
                    userId: string | number;
                    writeKey?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        factId: string | null;
                        /** @enum {string} */
                        filtered?: "bot" | "staff";
                        notes?: string[];
                        /** @enum {string} */
                        status: "recorded" | "duplicate" | "filtered" | "accepted";
                        /** @constant */
                        success: true;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batchShort: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accepted: number;
                        duplicate: number;
                        filtered: number;
                        notes: {
                            index: number;
                            messageId: string | null;
                            what: string;
                        }[];
                        recorded: number;
                        refused: {
                            errors: {
                                what: string;
                                where: string;
                            }[];
                            index: number;
                            mend: string;
                            messageId: string | null;
                            why: string;
                        }[];
                        success: boolean;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    batch: {
                        [key: string]: unknown;
                    }[];
                    context?: {
                        [key: string]: unknown;
                    } | null;
                    integrations?: {
                        [key: string]: unknown;
                    } | null;
                    sentAt?: string | null;
                    writeKey?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accepted: number;
                        duplicate: number;
                        filtered: number;
                        notes: {
                            index: number;
                            messageId: string | null;
                            what: string;
                        }[];
                        recorded: number;
                        refused: {
                            errors: {
                                what: string;
                                where: string;
                            }[];
                            index: number;
                            mend: string;
                            messageId: string | null;
                            why: string;
                        }[];
                        success: boolean;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    groupShort: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        factId: string | null;
                        /** @enum {string} */
                        filtered?: "bot" | "staff";
                        notes?: string[];
                        /** @enum {string} */
                        status: "recorded" | "duplicate" | "filtered" | "accepted";
                        /** @constant */
                        success: true;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    group: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    anonymousId?: (string | number) | null;
                    context?: {
                        [key: string]: unknown;
                    } | null;
                    groupId: string | number;
                    integrations?: {
                        [key: string]: unknown;
                    } | null;
                    messageId?: (string | number) | null;
                    originalTimestamp?: string | null;
                    sentAt?: string | null;
                    timestamp?: string | null;
                    traits?: {
                        [key: string]: unknown;
                    } | null;
                    userId?: (string | number) | null;
                    writeKey?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        factId: string | null;
                        /** @enum {string} */
                        filtered?: "bot" | "staff";
                        notes?: string[];
                        /** @enum {string} */
                        status: "recorded" | "duplicate" | "filtered" | "accepted";
                        /** @constant */
                        success: true;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    identifyShort: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        factId: string | null;
                        /** @enum {string} */
                        filtered?: "bot" | "staff";
                        notes?: string[];
                        /** @enum {string} */
                        status: "recorded" | "duplicate" | "filtered" | "accepted";
                        /** @constant */
                        success: true;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    identify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    anonymousId?: (string | number) | null;
                    context?: {
                        [key: string]: unknown;
                    } | null;
                    integrations?: {
                        [key: string]: unknown;
                    } | null;
                    messageId?: (string | number) | null;
                    originalTimestamp?: string | null;
                    sentAt?: string | null;
                    timestamp?: string | null;
                    traits?: {
                        [key: string]: unknown;
                    } | null;
                    userId?: (string | number) | null;
                    writeKey?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        factId: string | null;
                        /** @enum {string} */
                        filtered?: "bot" | "staff";
                        notes?: string[];
                        /** @enum {string} */
                        status: "recorded" | "duplicate" | "filtered" | "accepted";
                        /** @constant */
                        success: true;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    batch: {
                        [key: string]: unknown;
                    }[];
                    context?: {
                        [key: string]: unknown;
                    } | null;
                    integrations?: {
                        [key: string]: unknown;
                    } | null;
                    sentAt?: string | null;
                    writeKey?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accepted: number;
                        duplicate: number;
                        filtered: number;
                        notes: {
                            index: number;
                            messageId: string | null;
                            what: string;
                        }[];
                        recorded: number;
                        refused: {
                            errors: {
                                what: string;
                                where: string;
                            }[];
                            index: number;
                            mend: string;
                            messageId: string | null;
                            why: string;
                        }[];
                        success: boolean;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    libraryMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pageShort: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        factId: string | null;
                        /** @enum {string} */
                        filtered?: "bot" | "staff";
                        notes?: string[];
                        /** @enum {string} */
                        status: "recorded" | "duplicate" | "filtered" | "accepted";
                        /** @constant */
                        success: true;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    page: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    anonymousId?: (string | number) | null;
                    category?: string | null;
                    context?: {
                        [key: string]: unknown;
                    } | null;
                    integrations?: {
                        [key: string]: unknown;
                    } | null;
                    messageId?: (string | number) | null;
                    name?: string | null;
                    originalTimestamp?: string | null;
                    properties?: {
                        [key: string]: unknown;
                    } | null;
                    sentAt?: string | null;
                    timestamp?: string | null;
                    userId?: (string | number) | null;
                    writeKey?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        factId: string | null;
                        /** @enum {string} */
                        filtered?: "bot" | "staff";
                        notes?: string[];
                        /** @enum {string} */
                        status: "recorded" | "duplicate" | "filtered" | "accepted";
                        /** @constant */
                        success: true;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    librarySettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                writeKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    screenShort: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        factId: string | null;
                        /** @enum {string} */
                        filtered?: "bot" | "staff";
                        notes?: string[];
                        /** @enum {string} */
                        status: "recorded" | "duplicate" | "filtered" | "accepted";
                        /** @constant */
                        success: true;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    screen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    anonymousId?: (string | number) | null;
                    category?: string | null;
                    context?: {
                        [key: string]: unknown;
                    } | null;
                    integrations?: {
                        [key: string]: unknown;
                    } | null;
                    messageId?: (string | number) | null;
                    name?: string | null;
                    originalTimestamp?: string | null;
                    properties?: {
                        [key: string]: unknown;
                    } | null;
                    sentAt?: string | null;
                    timestamp?: string | null;
                    userId?: (string | number) | null;
                    writeKey?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        factId: string | null;
                        /** @enum {string} */
                        filtered?: "bot" | "staff";
                        notes?: string[];
                        /** @enum {string} */
                        status: "recorded" | "duplicate" | "filtered" | "accepted";
                        /** @constant */
                        success: true;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    trackShort: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        factId: string | null;
                        /** @enum {string} */
                        filtered?: "bot" | "staff";
                        notes?: string[];
                        /** @enum {string} */
                        status: "recorded" | "duplicate" | "filtered" | "accepted";
                        /** @constant */
                        success: true;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    track: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    anonymousId?: (string | number) | null;
                    context?: {
                        [key: string]: unknown;
                    } | null;
                    event: string;
                    integrations?: {
                        [key: string]: unknown;
                    } | null;
                    messageId?: (string | number) | null;
                    originalTimestamp?: string | null;
                    properties?: {
                        [key: string]: unknown;
                    } | null;
                    sentAt?: string | null;
                    timestamp?: string | null;
                    userId?: (string | number) | null;
                    writeKey?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        factId: string | null;
                        /** @enum {string} */
                        filtered?: "bot" | "staff";
                        notes?: string[];
                        /** @enum {string} */
                        status: "recorded" | "duplicate" | "filtered" | "accepted";
                        /** @constant */
                        success: true;
                    };
                };
            };
            /** @description Refused: what is wrong, where, and what to do */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
