package dev.jangteo.shop.shops;

import dev.jangteo.shop.values.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;
import tools.jackson.core.type.TypeReference;

@Converter
@Immutable
class StoredHours extends JsonColumn<OpeningHours> {

	StoredHours() {
		super(new TypeReference<>() {
		});
	}

}
