create table members (
	id uuid primary key,
	role text not null check (role in ('SHOPPER', 'OWNER', 'OPERATOR')),
	grade text not null default 'WELCOME',
	-- null once erased
	name text,
	phone text,
	version bigint not null,
	created_at timestamptz not null default now(),
	erased_at timestamptz
);

create table addresses (
	id uuid primary key,
	member_id uuid not null references members (id),
	label text not null,
	line1 text not null,
	line2 text not null,
	postal_code text,
	lat double precision not null check (lat between -90 and 90),
	lng double precision not null check (lng between -180 and 180),
	main boolean not null
);

create index addresses_of_member on addresses (member_id);
create unique index main_address_of_member on addresses (member_id) where main;

create table credentials (
	member_id uuid primary key,
	email text not null unique check (email = lower(email)),
	password_hash text not null,
	role text not null
);

-- One login and all refresh tokens that came of it.
create table refresh_families (
	id uuid primary key,
	member_id uuid not null,
	expires_at timestamptz not null
);

create index refresh_families_of_member on refresh_families (member_id);
create index refresh_families_by_expiry on refresh_families (expires_at);

create table refresh_tokens (
	-- SHA-256 of the token: whoever reads this table cannot log in
	digest bytea primary key,
	family_id uuid not null references refresh_families (id) on delete cascade,
	expires_at timestamptz not null,
	used_at timestamptz
);

create index refresh_tokens_of_family on refresh_tokens (family_id);

-- Failed logins by account, by address and by both; digests only.
create table login_attempts (
	key uuid primary key,
	failures integer not null,
	allowed_at timestamptz not null,
	last_at timestamptz not null
);

create index login_attempts_by_age on login_attempts (last_at);

-- Where an account has logged in from: its owner's way past a siege.
create table known_addresses (
	key uuid primary key,
	last_at timestamptz not null
);

create index known_addresses_by_age on known_addresses (last_at);

create table signing_keys (
	kid text primary key,
	-- RSA private key as JWK, sealed with the secret from the environment
	sealed bytea not null,
	created_at timestamptz not null,
	active_from timestamptz not null
);
