select id, true as is_shop, terms::text as terms
from copied_shops
where id = ?
union all
select id, false as is_shop, terms::text as terms
from copied_products
where id = any(?::uuid[])
