package dev.jangteo.order.ordering;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Orders as rows. Reading locks: whoever comes second waits, then sees what the first has
 * done, instead of failing on its version.
 */
interface OrderRows extends Repository<Order, UUID> {

	@Query(nativeQuery = true, value = """
			select *
			from orders
			where id = :id
			for update
			""")
	Optional<Order> lock(UUID id);

	@Query(nativeQuery = true, value = """
			select *
			from orders
			where id = :id
			for update skip locked
			""")
	Optional<Order> lockIfFree(UUID id);

}
