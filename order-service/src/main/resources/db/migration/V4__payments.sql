-- Our own copy of what an order needs of its payments; a declined one may be followed by another. A tombstone has no
-- terms.

create table copied_payments (
	id uuid primary key,
	version bigint not null,
	gone boolean not null,
	order_id uuid,
	terms jsonb,
	check (gone = (terms is null) and gone = (order_id is null))
);

create index copied_payments_of_order on copied_payments (order_id);

-- What the order shows of the payment that counts.

alter table orders
	add column payment_status text check (payment_status in ('DECLINED', 'UNKNOWN', 'APPROVED', 'PARTIALLY_REFUNDED',
		'REFUNDED')),
	add column refund text check (refund in ('NONE', 'REQUESTED', 'DONE')),
	add check ((payment_status is null) = (refund is null));
