package dev.jangteo.shop.products.web;

import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.Money;
import dev.jangteo.shop.products.Gtin;
import dev.jangteo.shop.products.OptionDrafts;
import dev.jangteo.shop.products.ProductDetails;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What an owner writes about a product. Presence is checked here, meaning in the domain.
 */
record ProductForm(@Nullable String externalId, @NotBlank String title, @Nullable String description,
		@NotNull Money price, @Nullable String brand, @Nullable String gtin, @Nullable String link,
		@Nullable List<@NotBlank String> categoryPath, @Nullable List<@NotBlank String> images,
		@Nullable List<@NotNull @Valid Group> optionGroups, @Nullable Boolean soldOut) {

	ProductDetails details() {
		return new ProductDetails(this.title, this.description, this.price, this.brand, Gtin.of(this.gtin), this.link,
				(this.categoryPath != null) ? this.categoryPath : List.of(),
				(this.images != null) ? this.images : List.of(), Boolean.TRUE.equals(this.soldOut));
	}

	OptionDrafts options() {
		return new OptionDrafts(
				(this.optionGroups != null) ? this.optionGroups.stream().map(Group::draft).toList() : List.of());
	}

	/**
	 * @param required short for a {@code min} of one; {@code min} counts when both are
	 * given
	 * @param max as many as there are options when left out
	 */
	record Group(@Nullable UUID id, @NotBlank String name, @Nullable Boolean required, @Nullable Integer min,
			@Nullable Integer max, @NotEmpty List<@NotNull @Valid Choice> options) {

		OptionDrafts.Group draft() {
			return new OptionDrafts.Group(this.id, this.name,
					(this.min != null) ? this.min : Boolean.TRUE.equals(this.required) ? 1 : 0,
					(this.max != null) ? this.max : this.options.size(),
					this.options.stream().map(Choice::draft).toList());
		}

	}

	record Choice(@Nullable UUID id, @NotBlank String name, @NotNull Money extraPrice) {

		OptionDrafts.Choice draft() {
			return new OptionDrafts.Choice(this.id, this.name, this.extraPrice);
		}

	}

}
