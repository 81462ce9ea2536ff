package dev.jangteo.shop.shops;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;

import dev.jangteo.defaults.Money;
import dev.jangteo.shop.values.InvalidValue;
import dev.jangteo.shop.values.Links;
import dev.jangteo.shop.values.Text;
import org.jspecify.annotations.Nullable;

/**
 * What an owner says about a shop, checked as a whole: all prices are in the shop's one
 * currency.
 */
public record ShopDetails(String name, String category, @Nullable String description, @Nullable String phone,
		String address, Location location, ZoneId zone, Currency currency, Delivery delivery, Money minimumOrder,
		List<String> images) {

	private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{2,28}[0-9]");

	public ShopDetails {

		name = Text.required("name", name, 100);
		category = Text.required("category", category, 40);
		description = Text.lines("description", description, 2000);
		phone = checkedPhone(phone);
		address = Text.required("address", address, 200);
		delivery = delivery.in(currency);
		minimumOrder = Prices.check("minimumOrder", minimumOrder, currency);
		images = Links.of("images", images);
	}

	private static @Nullable String checkedPhone(@Nullable String phone) {

		var text = Text.line("phone", phone, 30);

		if (text != null && !PHONE.matcher(text).matches()) {
			throw new InvalidValue("phone", "must be a telephone number such as 02-123-4567");
		}

		return text;
	}

}
