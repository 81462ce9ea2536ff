package dev.jangteo.shop.products;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.Money;
import dev.jangteo.shop.values.InvalidValue;
import dev.jangteo.shop.values.Text;

/**
 * A choice that comes with a product: between {@code min} and {@code max} of its options,
 * each at most once.
 *
 * @param min zero when nothing needs to be chosen
 */
public record OptionGroup(UUID id, String name, int min, int max, List<Option> options) {

	private static final int MOST_OPTIONS = 50;

	public OptionGroup {

		name = Text.required("name", name, 60);
		options = List.copyOf(options);

		if (options.isEmpty() || options.size() > MOST_OPTIONS) {
			throw new InvalidValue("options", "must be 1 to " + MOST_OPTIONS);
		}

		if (max < 1 || max > options.size()) {
			throw new InvalidValue("max", "must lie between 1 and the number of options");
		}

		if (min < 0 || min > max) {
			throw new InvalidValue("min", "must lie between 0 and max");
		}

		requireDistinct(options);
	}

	private static void requireDistinct(List<Option> options) {

		var names = new HashSet<String>();

		for (int i = 0; i < options.size(); i++) {
			if (!names.add(options.get(i).name())) {
				throw new InvalidValue("options[" + i + "].name", "must differ from the other options");
			}
		}
	}

	/**
	 * One of the things to choose.
	 *
	 * @param extraPrice comes on top of the product's price
	 */
	public record Option(UUID id, String name, Money extraPrice) {

		public Option {
			name = Text.required("name", name, 60);
		}

	}

}
