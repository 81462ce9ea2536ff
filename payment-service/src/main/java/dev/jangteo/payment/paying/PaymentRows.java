package dev.jangteo.payment.paying;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Payments as rows. Whoever comes second to a locked one waits, then sees what the first
 * has done.
 */
interface PaymentRows extends Repository<Payment, UUID> {

	@Query(nativeQuery = true, value = """
			select *
			from payments
			where id = :id
			for update
			""")
	Optional<Payment> lock(UUID id);

	@Query(nativeQuery = true, value = """
			select *
			from payments
			where order_id = :order and status <> 'DECLINED'
			for update
			""")
	Optional<Payment> lockOf(UUID order);

	Optional<Payment> findById(UUID id);

	@Query(nativeQuery = true, value = """
			select *
			from payments
			where member_id = :member and request_key = :key and decline is distinct from 'NOT_SENT'
			""")
	Optional<Payment> findRequested(UUID member, String key);

	@Query(nativeQuery = true, value = """
			select *
			from payments
			where order_id = :order
			order by id desc
			limit 100
			""")
	List<Payment> findOf(UUID order);

}
