package org.opora.access.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.opora.access.AccessModule;
import org.opora.access.directory.DirectoryFile.Settings;
import org.opora.api.access.Directory.Connection;
import org.opora.api.faults.Refused;
import org.opora.api.text.Text;

/**
 * The way to a directory, looked through before anybody goes it: passwords travel on it.
 *
 * @param tls null for a plain one on this computer
 * @param secure whether TLS stands from the first byte; otherwise StartTLS comes first
 * @param further what an entry has to meet beside the name; or null
 */
record Way(String host, int port, SSLContext tls, boolean secure, Filter further) {
  private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}");
  private static final int SECURE_PORT = 636;
  private static final int PORT = 389;

  /** This computer, by its address: a name may lead anywhere. */
  private static final Set<String> HERE = Set.of("127.0.0.1", "[::1]");

  static Way of(Settings settings) {
    Connection connection = settings.connection();
    URI address = address(connection.address());
    boolean secure = address.getScheme().equals("ldaps");
    if (connection.plain() && (secure || !HERE.contains(address.getHost()))) {
      throw refused("directory.plain", connection.address());
    }
    if (!ATTRIBUTE.matcher(connection.attribute()).matches()) {
      throw refused("directory.attribute", connection.attribute());
    }
    if (connection.base().isBlank() || !DN.isValidDN(connection.base())) {
      throw refused("directory.base-form", connection.base());
    }
    if (connection.account().isBlank() || settings.password().isEmpty()) {
      throw refused("directory.account-form");
    }
    return new Way(
        address.getHost(),
        address.getPort() > 0 ? address.getPort() : secure ? SECURE_PORT : PORT,
        connection.plain() ? null : tls(settings.certificates()),
        secure,
        further(connection.filter()));
  }

  private static URI address(String written) {
    try {
      URI address = URI.create(written);
      boolean whole =
          address.getScheme() != null
              && address.getScheme().matches("ldaps?")
              && address.getHost() != null
              && address.getRawUserInfo() == null
              && address.getRawQuery() == null
              && address.getRawFragment() == null
              && address.getRawPath().matches("/?");
      if (whole) {
        return address;
      }
    } catch (IllegalArgumentException none) {
      // The same sentence.
    }
    throw refused("directory.address", written);
  }

  private static Filter further(String written) {
    try {
      return written == null ? null : Filter.create(written);
    } catch (LDAPException wrong) {
      throw refused("directory.filter", written);
    }
  }

  /** Trusts what the file holds, and nothing that this Java trusts beside. */
  private static SSLContext tls(String pem) {
    try {
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(
                      (pem == null ? "" : pem).getBytes(StandardCharsets.UTF_8)));
      if (certificates.isEmpty()) {
        throw refused("directory.certificates");
      }
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (Certificate one : certificates) {
        trusted.setCertificateEntry("trusted-" + trusted.size(), one);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException unreadable) {
      throw refused("directory.certificates");
    }
  }

  static Refused refused(String key, Object... arguments) {
    return new Refused(null, Text.of(AccessModule.ORIGIN, key, arguments));
  }
}
