-- The roles of the platform. Run once in each PostgreSQL cluster, as a superuser:
--
--     psql -f deploy/postgres/roles.sql
--     psql -c '\password webhooks_owner' -c '\password webhooks_api' -c '\password webhooks_worker'
--     psql -c 'CREATE DATABASE webhooks OWNER webhooks_owner'
--
-- Migrations run as the owner (spring.flyway.user). The services run as the other two, which own nothing; what each of
-- them may do is in R__privileges.sql, and the migrations grant it. Logins by other names are members of these roles.
CREATE ROLE webhooks_owner LOGIN;
CREATE ROLE webhooks_api LOGIN;
CREATE ROLE webhooks_worker LOGIN;
