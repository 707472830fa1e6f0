package org.opora.persistence.keys;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.persistence.Keys;
import org.opora.persistence.database.Dialect;
import org.opora.persistence.keys.DataKeys.DataKey;
import org.opora.persistence.unit.Scopes;

/** {@link Keys} over the keys of the house. */
public final class SealedKeys implements Keys {
  private final MasterKey marks;
  private final DataKeys keys;
  private final Envelope envelope = new Envelope();

  public SealedKeys(HouseKeys house, Scopes scopes, Dialect dialect) {
    this.marks = house.marks();
    this.keys = new DataKeys(house, scopes, dialect);
  }

  @Override
  public byte[] seal(Subject owner, String place, UUID row, String plain) {
    return plain == null
        ? null
        : sealBytes(owner, place, row, plain.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String open(Subject owner, String place, UUID row, byte[] sealed) {
    return sealed == null
        ? null
        : new String(openBytes(owner, place, row, sealed), StandardCharsets.UTF_8);
  }

  @Override
  public byte[] sealBytes(Subject owner, String place, UUID row, byte[] plain) {
    DataKey key = keys.newest(owner);
    return envelope.seal(key.key(), key.version(), where(owner, place, row), plain);
  }

  @Override
  public byte[] openBytes(Subject owner, String place, UUID row, byte[] sealed) {
    DataKey key = keys.find(owner, Envelope.version(sealed));
    return envelope.open(key.key(), where(owner, place, row), sealed);
  }

  @Override
  public byte[] fingerprint(String purpose, String normalised) {
    return normalised == null ? null : marks.fingerprint(purpose, normalised);
  }

  private static String where(Subject owner, String place, UUID row) {
    return place + "|" + row + "|" + owner.kind() + "|" + owner.id();
  }
}
