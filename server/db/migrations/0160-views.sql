-- A page with what its address keeps, under a name: one colleague's own, or everybody's.
create table views (
  view_id uuid primary key,
  user_id uuid not null references users on delete cascade,
  page text not null,
  name text not null,
  search text not null,
  is_shared boolean not null default false,
  created_at timestamptz not null default now()
);

create unique index views_name on views (user_id, page, lower(name));
create index views_shared on views (page) where is_shared;

-- The view with which a page opens for somebody: their own or a shared one.
create table view_defaults (
  user_id uuid not null references users on delete cascade,
  page text not null,
  view_id uuid not null references views on delete cascade,
  primary key (user_id, page)
);

create index view_defaults_view on view_defaults (view_id);
