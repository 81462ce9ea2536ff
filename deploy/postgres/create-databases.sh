#!/bin/bash
# Runs once, on an empty volume: a role and a database for each service, none of which sees another's.
set -euo pipefail

for service in member_service shop_service order_service; do
  psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
      --set name="$service" --set password="$SERVICES_DB_PASSWORD" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke connect on database :"name" from public;
SQL
done
