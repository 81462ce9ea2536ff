package dev.jangteo.shop.products;

import java.util.List;

import dev.jangteo.shop.values.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;
import tools.jackson.core.type.TypeReference;

@Converter
@Immutable
class StoredOptions extends JsonColumn<List<OptionGroup>> {

	StoredOptions() {
		super(new TypeReference<>() {
		});
	}

}
