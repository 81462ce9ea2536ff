create table catalog_import (
  id              uuid primary key,
  shop_id         uuid not null,
  owner_id        uuid not null,
  mode            text not null,
  format          text not null,
  charset         text not null,
  status          text not null,
  bytes           bigint not null default 0,
  bytes_read      bigint not null default 0,
  rows            bigint not null default 0,
  created         bigint not null default 0,
  updated         bigint not null default 0,
  unchanged       bigint not null default 0,
  rejected        bigint not null default 0,
  removed         bigint not null default 0,
  removed_upto    uuid,
  failure         text,
  failed_attempts integer not null default 0,
  lease_owner     uuid,
  lease_until     timestamptz,
  due_at          timestamptz not null default now(),
  object_gone     boolean not null default false,
  created_at      timestamptz not null default now(),
  started_at      timestamptz,
  ended_at        timestamptz
);

create index catalog_import_of_shop on catalog_import (shop_id, id desc);

-- One at a time: two imports of one shop would undo each other.
create unique index catalog_import_running on catalog_import (shop_id)
  where status in ('UPLOADING', 'QUEUED', 'RUNNING');

create index catalog_import_due on catalog_import (due_at) where status in ('UPLOADING', 'QUEUED', 'RUNNING');

create index catalog_import_ended on catalog_import (ended_at) where not object_gone and ended_at is not null;

create table catalog_import_error (
  import_id  uuid not null references catalog_import on delete cascade,
  number     integer not null,
  line       bigint not null,
  column_name text,
  reason     text not null,
  value      text,
  primary key (import_id, number)
);

-- What a full import has met so far; the rest of the shop's catalogue is removed at its end.
create table catalog_import_seen (
  import_id  uuid not null references catalog_import on delete cascade,
  product_id uuid not null,
  primary key (import_id, product_id)
);
