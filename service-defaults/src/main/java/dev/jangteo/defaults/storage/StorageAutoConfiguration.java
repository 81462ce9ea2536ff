package dev.jangteo.defaults.storage;

import java.time.Duration;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * Files, for a service that has the SDK of S3.
 */
@AutoConfiguration
@ConditionalOnClass({ S3Client.class, ApacheHttpClient.class })
@EnableConfigurationProperties(StorageSettings.class)
class StorageAutoConfiguration {

	@Bean
	ObjectStorage objectStorage(ObjectProvider<S3Client> client, StorageSettings settings) {
		return new ObjectStorage(client::getObject, settings.bucket());
	}

	/**
	 * Made when the first file comes: many instances never see one, and the SDK takes a
	 * second and 30 MB.
	 */
	@Bean
	@Lazy
	S3Client storageClient(StorageSettings settings) {
		var client = S3Client.builder()
			.region(Region.of(settings.region()))
			.credentialsProvider(credentials(settings))
			.forcePathStyle(true)
			// Not every storage that speaks S3 knows the newer checksums.
			.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
			.responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
			.httpClientBuilder(ApacheHttpClient.builder()
				.connectionTimeout(Duration.ofSeconds(2))
				// Each call is bounded by its own time, however long that is.
				.socketTimeout(Duration.ofMinutes(5)))
			.overrideConfiguration((limits) -> limits.apiCallTimeout(settings.callTimeout()));
		if (settings.endpoint() != null) {
			client.endpointOverride(settings.endpoint());
		}
		return client.build();
	}

	private static AwsCredentialsProvider credentials(StorageSettings settings) {
		if (settings.accessKey() == null || settings.secretKey() == null) {
			return DefaultCredentialsProvider.builder().build();
		}
		return StaticCredentialsProvider.create(AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
	}

}
