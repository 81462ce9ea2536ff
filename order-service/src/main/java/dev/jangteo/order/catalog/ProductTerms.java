package dev.jangteo.order.catalog;

import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.Money;

/**
 * The terms on which a product is sold. These fields are all we keep of a product.
 *
 * @param shopId the shop that sells it
 * @param ownerId the member who runs that shop
 * @param title what it is called
 * @param price for one, without options
 * @param optionGroups what may or must be chosen with it
 * @param soldOut whether the owner has marked it so by hand
 */
public record ProductTerms(ShopId shopId, UUID ownerId, String title, Money price, List<OptionGroup> optionGroups,
		boolean soldOut) {

	public ProductTerms {
		optionGroups = (optionGroups != null) ? List.copyOf(optionGroups) : List.of();
	}

	/**
	 * A choice.
	 *
	 * @param name e.g. size
	 * @param min how many options must be chosen at least
	 * @param max how many may be chosen at most
	 * @param options from which
	 */
	public record OptionGroup(String name, int min, int max, List<Option> options) {

		public OptionGroup {
			options = (options != null) ? List.copyOf(options) : List.of();
		}

	}

	/**
	 * Something that can be chosen.
	 */
	public record Option(OptionId id, String name, Money extraPrice) {
	}

}
