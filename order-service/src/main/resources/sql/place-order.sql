with placed as (
	insert into orders (id, shop_id, shop_name, owner_id, member_id, status, payment_method, currency, items_total,
		delivery_fee, total, lines, delivery, wish, placed_at, expires_at, updated_at, version)
	values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?)
	returning id, version
)
select append_notification('order', 'placed', id, version, ?)
from placed
