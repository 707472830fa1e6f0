package org.opora.access.directory;

import com.unboundid.ldap.sdk.SearchResultEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.opora.api.access.Directory.Finding;

/**
 * What is under a name.
 *
 * @param entry the one there is; null when there is none, or more than one
 */
record Found(Finding finding, SearchResultEntry entry) {
  private static final int CLOSED_FOR_GOOD = 2;

  /** What is read of an entry: which one it is, and how the usual servers say that it is closed. */
  static final String[] ATTRIBUTES = {
    "entryUUID",
    "objectGUID",
    "userAccountControl",
    "nsAccountLock",
    "ds-pwp-account-disabled",
    "pwdAccountLockedTime"
  };

  static Found of(List<SearchResultEntry> entries) {
    if (entries.size() != 1) {
      return new Found(entries.isEmpty() ? Finding.UNKNOWN : Finding.SEVERAL, null);
    }
    SearchResultEntry entry = entries.get(0);
    return new Found(closed(entry) ? Finding.CLOSED : Finding.FOUND, entry);
  }

  /**
   * The same for one entry for good, also when it is moved or renamed; another one that is given
   * its name later has another.
   */
  String fingerprint() {
    byte[] guid = entry.getAttributeValueBytes("objectGUID");
    String uuid = entry.getAttributeValue("entryUUID");
    String key =
        guid != null
            ? "objectGUID\n" + HexFormat.of().formatHex(guid)
            : uuid != null
                ? "entryUUID\n" + uuid.toLowerCase(Locale.ROOT)
                : "dn\n" + entry.getDN().toLowerCase(Locale.ROOT);
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }

  private static boolean closed(SearchResultEntry entry) {
    Integer control = entry.getAttributeValueAsInteger("userAccountControl");
    String locked = entry.getAttributeValue("pwdAccountLockedTime");
    return control != null && (control & CLOSED_FOR_GOOD) != 0
        || "true".equalsIgnoreCase(entry.getAttributeValue("nsAccountLock"))
        || "true".equalsIgnoreCase(entry.getAttributeValue("ds-pwp-account-disabled"))
        || "000001010000Z".equals(locked);
  }
}
