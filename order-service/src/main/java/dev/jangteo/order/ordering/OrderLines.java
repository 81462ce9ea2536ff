package dev.jangteo.order.ordering;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.jangteo.defaults.Money;
import dev.jangteo.order.catalog.OptionId;
import dev.jangteo.order.catalog.ProductId;

/**
 * What was ordered, at the prices of that moment. At least one line.
 */
record OrderLines(@JsonValue List<OrderLine> lines) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	OrderLines {
		lines = List.copyOf(lines);
		if (lines.isEmpty()) {
			throw new IllegalArgumentException("an order has at least one line");
		}
	}

	Money total() {
		return lines.stream().map(OrderLine::total).reduce(Money::plus).orElseThrow();
	}

	/** How many of each product, whatever its options. */
	Map<ProductId, Integer> units() {
		return lines.stream().collect(Collectors.toMap(OrderLine::productId, OrderLine::quantity, Integer::sum));
	}

	/**
	 * A product with its options.
	 *
	 * @param unitPrice for one, options included
	 */
	record OrderLine(ProductId productId, String title, Money unitPrice, int quantity, List<ChosenOption> options) {

		OrderLine {
			options = List.copyOf(options);
			if (quantity < 1) {
				throw new IllegalArgumentException("a quantity is at least one");
			}
		}

		Money total() {
			return unitPrice.times(quantity);
		}

	}

	record ChosenOption(OptionId id, String name, Money extraPrice) {
	}

}
