package dev.jangteo.review.view;

import java.util.Locale;

import dev.jangteo.defaults.Cursors;
import org.jspecify.annotations.Nullable;

/**
 * The pages nearly everybody looks at, kept ready to be sent.
 */
enum FrontPage {

	NEWEST(Sort.NEWEST, false), HELPFUL(Sort.HELPFUL, false), STARS(Sort.STARS, false), PHOTOS(Sort.NEWEST, true);

	static final int LIMIT = Cursors.DEFAULT_LIMIT;

	private final Sort sort;

	private final boolean photosOnly;

	FrontPage(Sort sort, boolean photosOnly) {
		this.sort = sort;
		this.photosOnly = photosOnly;
	}

	static @Nullable FrontPage of(Sort sort, boolean photosOnly) {
		for (var page : values()) {
			if (page.sort == sort && page.photosOnly == photosOnly) {
				return page;
			}
		}
		return null;
	}

	ReviewList of(Subject subject) {
		return new ReviewList(subject, sort, photosOnly, null, LIMIT);
	}

	String key() {
		return name().toLowerCase(Locale.ROOT);
	}

}
