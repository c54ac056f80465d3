package io.ballast.act.wallet;

import io.ballast.base.units.Address;
import java.nio.file.Path;

/**
 * What may be shown of a keystore file.
 *
 * @param address as the file claims
 * @param kdf for people: {@code scrypt n=262144 r=8 p=1}
 * @param mode of the file, {@code rw-------}
 */
public record KeystoreInfo(Path file, Address address, String kdf, String mode) {}
