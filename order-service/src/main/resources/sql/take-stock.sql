with wanted as (
	select product_id, units
	from unnest(?::uuid[], ?::int[]) as w (product_id, units)
), held as (
	select s.product_id, s.quantity, w.units
	from stock s
	join wanted w on w.product_id = s.product_id
	where s.quantity is not null
	order by s.product_id
	for update of s
), taken as (
	update stock s
	set quantity = h.quantity - h.units,
		version = s.version + case when h.quantity = h.units then 1 else 0 end
	from held h
	where s.product_id = h.product_id and h.quantity >= h.units
	returning s.product_id, s.quantity, s.version, h.units
), noted as (
	insert into stock_movements (product_id, order_id, cause, units, at)
	select product_id, ?::uuid, 'TAKEN', -units, ?
	from taken
)
select h.product_id, h.quantity as available, t.quantity as rest, t.version
from held h
left join taken t on t.product_id = h.product_id
