-- Which account an attempt or a known address belongs to (a digest), so that erasure finds it.
alter table login_attempts add column account uuid;
alter table known_addresses add column account uuid;

create index login_attempts_of_account on login_attempts (account);
create index known_addresses_of_account on known_addresses (account);
