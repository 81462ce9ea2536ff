package dev.jangteo.search.copy;

import dev.jangteo.search.display.Ledger;
import dev.jangteo.search.index.Kind;
import dev.jangteo.search.index.SearchIndex;

import org.springframework.stereotype.Component;

/** Makes the pairs of stores. */
@Component
class Pairs {

	private final SearchIndex index;

	private final Ledger ledger;

	private final CopySettings settings;

	Pairs(SearchIndex index, Ledger ledger, CopySettings settings) {
		this.index = index;
		this.ledger = ledger;
		this.settings = settings;
	}

	Pair of(String subject, Kind kind) {
		return new Pair(subject, kind, this.index, this.ledger, this.settings);
	}

}
