with taken as (
	select product_id, order_id, -units as units
	from stock_movements
	where order_id = ?::uuid and cause = 'TAKEN'
), held as (
	select s.product_id, s.quantity, t.order_id, t.units
	from stock s
	join taken t on t.product_id = s.product_id
	where s.quantity is not null
	order by s.product_id
	for update of s
), noted as (
	insert into stock_movements (product_id, order_id, cause, units, at)
	select product_id, order_id, 'GIVEN_BACK', units, ?
	from held
	on conflict (order_id, product_id, cause) where order_id is not null do nothing
	returning product_id
)
update stock s
set quantity = h.quantity + h.units,
	version = s.version + case when h.quantity = 0 then 1 else 0 end
from held h
join noted n on n.product_id = h.product_id
where s.product_id = h.product_id
returning s.product_id, h.quantity as before, s.version
