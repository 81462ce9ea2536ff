#!/bin/bash
# A role and a database for each service, none of which sees another's. Runs by itself on an empty volume. Run again, it
# makes what is missing and sets the passwords anew:
#
#   docker compose exec postgres bash /docker-entrypoint-initdb.d/create-databases.sh
set -euo pipefail

for service in member_service shop_service order_service payment_service review_service; do
  psql --quiet --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres \
      --set name="$service" --set password="$SERVICES_DB_PASSWORD" <<'SQL'
select format('create role %I login', :'name') where not exists (select from pg_roles where rolname = :'name') \gexec
alter role :"name" password :'password';
select format('create database %I owner %I', :'name', :'name')
 where not exists (select from pg_database where datname = :'name') \gexec
revoke connect on database :"name" from public;
SQL
done
