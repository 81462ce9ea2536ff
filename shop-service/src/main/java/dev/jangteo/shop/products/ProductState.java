package dev.jangteo.shop.products;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.Money;
import org.jspecify.annotations.Nullable;

/**
 * A product as other services read it. A contract: fields are added, never renamed or
 * removed.
 */
public record ProductState(UUID id, UUID shopId, UUID ownerId, @Nullable String externalId, String title,
		@Nullable String description, Money price, @Nullable String brand, @Nullable String gtin, @Nullable String link,
		List<String> categoryPath, List<String> images, List<Group> optionGroups, boolean soldOut, Instant createdAt) {

	static ProductState of(Product product) {

		var details = product.details();
		var gtin = details.gtin();

		return new ProductState(product.id().value(), product.shop().value(), product.ownerId(), product.externalId(),
				details.title(), details.description(), details.price(), details.brand(),
				(gtin != null) ? gtin.digits() : null, details.link(), details.categoryPath(), details.images(),
				product.optionGroups().stream().map(Group::of).toList(), details.soldOut(), product.createdAt());
	}

	/**
	 * A choice that comes with the product.
	 *
	 * @param required short for {@code min} above zero
	 */
	public record Group(UUID id, String name, boolean required, int min, int max, List<Choice> options) {

		static Group of(OptionGroup group) {
			return new Group(group.id(), group.name(), group.min() > 0, group.min(), group.max(),
					group.options().stream().map(Choice::of).toList());
		}

	}

	/**
	 * One of the things to choose.
	 */
	public record Choice(UUID id, String name, Money extraPrice) {

		static Choice of(OptionGroup.Option option) {
			return new Choice(option.id(), option.name(), option.extraPrice());
		}

	}

}
