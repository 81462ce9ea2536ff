package dev.jangteo.shop.imports;

import dev.jangteo.defaults.BodyLimit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
class ImportConfiguration {

	private static final long MARGIN = 16 * 1024 * 1024;

	/**
	 * Somewhat more than a file may have: what exceeds the limit in a stream is noticed
	 * where it is stored.
	 */
	@Bean
	BodyLimit uploadLimit(ImportSettings settings) {
		return BodyLimit.of("POST /api/v1/owner/shops/{shop}/catalog-imports",
				DataSize.ofBytes(settings.maxSize().toBytes() + MARGIN));
	}

}
