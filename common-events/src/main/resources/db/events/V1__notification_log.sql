-- The log is append only. xid stands before position on purpose: defaults are evaluated in the order of the columns, so
-- whoever holds a position already holds a transaction id, which is what readers wait for (see the ADR on reading the log).
create sequence notification_position cache 1;

create table notification_log (
	xid             xid8        not null default pg_current_xact_id(),
	position        bigint      not null default nextval('notification_position'),
	id              uuid        not null default uuidv7(),
	aggregate       text        not null,
	change          text        not null,
	subject         uuid        not null,
	subject_version bigint      not null,
	time            timestamptz not null default clock_timestamp(),
	traceparent     text
) partition by range (time);

create index notification_log_position on notification_log (position);
create index notification_log_time on notification_log using brin (time);

-- Only used if nobody made the day's partition; an append must never fail for want of one.
create table notification_log_rest partition of notification_log default;

create function append_notification(aggregate text, change text, subject uuid, version bigint, traceparent text)
	returns bigint
	language sql
	as $$
		insert into notification_log (aggregate, change, subject, subject_version, traceparent)
		values ($1, $2, $3, $4, $5)
		returning position
	$$;

create function create_notification_partition(day date)
	returns void
	language plpgsql
	as $$
	begin
		execute format('create table if not exists %I partition of notification_log for values from (%L) to (%L)',
				'notification_log_' || to_char(day, 'YYYYMMDD'),
				day::text || ' 00:00:00+00', (day + 1)::text || ' 00:00:00+00');
	end
	$$;

select create_notification_partition((now() at time zone 'UTC')::date + ahead) from generate_series(0, 7) as ahead;

-- One row: how far the relay has sent, and up to where the log has been dropped.
create table notification_cursor (
	only_one      boolean     primary key default true check (only_one),
	position      bigint      not null default 0,
	dropped_until bigint      not null default 0,
	moved_at      timestamptz not null default now()
);

insert into notification_cursor default values;

create table notification_parked (
	position        bigint      primary key,
	id              uuid        not null,
	aggregate       text        not null,
	change          text        not null,
	subject         uuid        not null,
	subject_version bigint      not null,
	time            timestamptz not null,
	traceparent     text,
	error           text        not null,
	parked_at       timestamptz not null default now()
);

create table notification_republication (
	id           uuid        primary key,
	selection    text        not null,
	state        text        not null,
	published    bigint      not null default 0,
	unknown      bigint      not null default 0,
	requested_at timestamptz not null default now(),
	updated_at   timestamptz not null default now(),
	error        text
);
