package org.opora.api.persistence;

import java.util.UUID;
import org.opora.api.access.Subject;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Sealed columns: AES-256-GCM with a data key that hangs on a person, a file, a child's sub-file or
 * a drawer; data keys are wrapped by the master key, which lies outside the data folder. The place
 * is bound into the seal, so that a value moved to another row or column does not open.
 */
@ProviderType
public interface Keys {
  /**
   * @param owner on whose key the value hangs
   * @param place {@code TABLE.COLUMN}
   * @param row key of the row
   * @param plain null gives null
   */
  byte[] seal(Subject owner, String place, UUID row, String plain);

  /**
   * @throws IllegalStateException when the value does not belong to this owner, place and row, or
   *     was changed
   */
  String open(Subject owner, String place, UUID row, byte[] sealed);

  /**
   * The same for what is no text, such as a part of a file. What is long is sealed in parts, each
   * under a row of its own: a seal is opened as a whole.
   */
  byte[] sealBytes(Subject owner, String place, UUID row, byte[] plain);

  /**
   * @throws IllegalStateException as {@link #open}
   */
  byte[] openBytes(Subject owner, String place, UUID row, byte[] sealed);

  /**
   * Keyed fingerprint for exact look-up of a sealed identifier, the same for the same purpose and
   * normalised text.
   */
  byte[] fingerprint(String purpose, String normalised);
}
