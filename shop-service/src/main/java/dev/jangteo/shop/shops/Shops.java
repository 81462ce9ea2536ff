package dev.jangteo.shop.shops;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * All shops.
 */
@Repository
class Shops {

	private final EntityManager entities;

	Shops(EntityManager entities) {
		this.entities = entities;
	}

	void add(Shop shop) {
		this.entities.persist(shop);
	}

	/** Writes what was changed, so that the shop has its new version. */
	void flush() {
		this.entities.flush();
	}

	void remove(Shop shop) {
		this.entities.remove(shop);
		this.entities.flush();
	}

	Optional<Shop> byId(ShopId id) {
		return Optional.ofNullable(this.entities.find(Shop.class, id.value()));
	}

	List<Shop> byIds(Collection<UUID> ids) {
		return this.entities.createQuery("select s from Shop s where s.id in :ids", Shop.class)
			.setParameter("ids", ids)
			.getResultList();
	}

	List<Shop> after(@Nullable UUID id, int limit) {
		return this.entities.createQuery("select s from Shop s where s.id > :id order by s.id", Shop.class)
			.setParameter("id", (id != null) ? id : new UUID(0, 0))
			.setMaxResults(limit)
			.getResultList();
	}

	/** Newest first. */
	List<Shop> ofOwner(UUID owner, @Nullable UUID before, int limit) {
		return this.entities.createQuery("""
				select s from Shop s
				where s.ownerId = :owner and s.id < :before
				order by s.id desc
				""", Shop.class)
			.setParameter("owner", owner)
			.setParameter("before", (before != null) ? before : new UUID(-1, -1))
			.setMaxResults(limit)
			.getResultList();
	}

}
