package dev.jangteo.shop.values;

import java.util.List;

import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;
import tools.jackson.core.type.TypeReference;

/**
 * A list of texts in one column.
 */
@Converter
@Immutable
public class TextsColumn extends JsonColumn<List<String>> {

	public TextsColumn() {
		super(new TypeReference<>() {
		});
	}

}
