package dev.jangteo.shop.products;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.jangteo.shop.shops.ShopId;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * All products.
 */
@Repository
class Products {

	private static final UUID FIRST = new UUID(0, 0);

	private final EntityManager entities;

	Products(EntityManager entities) {
		this.entities = entities;
	}

	void add(Product product) {
		this.entities.persist(product);
		this.entities.flush();
	}

	/** Writes what was changed, so that the product has its new version. */
	void flush() {
		this.entities.flush();
	}

	void remove(Product product) {
		this.entities.remove(product);
		this.entities.flush();
	}

	Optional<Product> byId(ProductId id) {
		return Optional.ofNullable(this.entities.find(Product.class, id.value()));
	}

	List<Product> byIds(Collection<UUID> ids) {
		return this.entities.createQuery("select p from Product p where p.id in :ids", Product.class)
			.setParameter("ids", ids)
			.getResultList();
	}

	List<Product> after(@Nullable UUID id, int limit) {
		return this.entities.createQuery("select p from Product p where p.id > :id order by p.id", Product.class)
			.setParameter("id", (id != null) ? id : FIRST)
			.setMaxResults(limit)
			.getResultList();
	}

	/** Oldest first. */
	List<Product> ofShop(ShopId shop, @Nullable UUID after, int limit) {
		return this.entities.createQuery("""
				select p from Product p
				where p.shopId = :shop and p.id > :after
				order by p.id
				""", Product.class)
			.setParameter("shop", shop.value())
			.setParameter("after", (after != null) ? after : FIRST)
			.setMaxResults(limit)
			.getResultList();
	}

}
