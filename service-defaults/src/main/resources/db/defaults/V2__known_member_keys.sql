-- The members' public keys as fetched last: what a start goes by while they cannot be fetched.
create table known_member_keys (
	one boolean primary key check (one),
	keys text not null,
	kept_at timestamptz not null
);
