package dev.jangteo.shop.products;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import dev.jangteo.defaults.Money;
import dev.jangteo.events.UuidV7;
import dev.jangteo.shop.shops.Prices;
import dev.jangteo.shop.values.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * Option groups as an owner writes them. Groups and options that were there before keep
 * their ids, named by id or, without one, by name: carts and orders refer to them.
 */
public record OptionDrafts(List<Group> groups) {

	private static final int MOST_GROUPS = 20;

	public OptionDrafts {

		groups = List.copyOf(groups);

		if (groups.size() > MOST_GROUPS) {
			throw new InvalidValue("optionGroups", "must be at most " + MOST_GROUPS);
		}
	}

	List<OptionGroup> replacing(List<OptionGroup> before, Currency currency) {

		var ids = new HashSet<UUID>();
		var names = new HashSet<String>();
		var groups = new ArrayList<OptionGroup>();

		for (int i = 0; i < this.groups.size(); i++) {
			try {
				var group = this.groups.get(i).replacing(before, ids, currency);

				if (!names.add(group.name())) {
					throw new InvalidValue("name", "must differ from the other groups");
				}

				groups.add(group);
			}
			catch (InvalidValue ex) {
				throw ex.under("optionGroups[" + i + "]");
			}
		}

		return List.copyOf(groups);
	}

	/** The id of what is meant, each taken once. */
	private static <T> UUID id(@Nullable UUID given, String name, List<T> before, Function<T, UUID> idOf,
			Function<T, String> nameOf, HashSet<UUID> taken) {

		if (given != null) {

			if (before.stream().map(idOf).noneMatch(given::equals) || !taken.add(given)) {
				throw new InvalidValue("id", "must be an id of this product, used once, or be left out");
			}

			return given;
		}

		var id = before.stream()
			.filter(old -> nameOf.apply(old).equals(name.strip()))
			.map(idOf)
			.filter(taken::add)
			.findFirst();

		return id.orElseGet(UuidV7::next);
	}

	/**
	 * A group as it should become.
	 */
	public record Group(@Nullable UUID id, String name, int min, int max, List<Choice> options) {

		OptionGroup replacing(List<OptionGroup> before, HashSet<UUID> taken, Currency currency) {

			var id = OptionDrafts.id(this.id, this.name, before, OptionGroup::id, OptionGroup::name, taken);
			var old = before.stream()
				.filter(group -> group.id().equals(id))
				.flatMap(group -> group.options().stream())
				.toList();

			return new OptionGroup(id, this.name, this.min, this.max, options(old, taken, currency));
		}

		private List<OptionGroup.Option> options(List<OptionGroup.Option> before, HashSet<UUID> taken,
				Currency currency) {

			var options = new ArrayList<OptionGroup.Option>();

			for (int i = 0; i < this.options.size(); i++) {
				try {
					options.add(this.options.get(i).replacing(before, taken, currency));
				}
				catch (InvalidValue ex) {
					throw ex.under("options[" + i + "]");
				}
			}

			return options;
		}

	}

	/**
	 * An option as it should become.
	 */
	public record Choice(@Nullable UUID id, String name, Money extraPrice) {

		OptionGroup.Option replacing(List<OptionGroup.Option> before, HashSet<UUID> taken, Currency currency) {

			var id = OptionDrafts.id(this.id, this.name, before, OptionGroup.Option::id, OptionGroup.Option::name,
					taken);

			return new OptionGroup.Option(id, this.name, Prices.check("extraPrice", this.extraPrice, currency));
		}

	}

}
