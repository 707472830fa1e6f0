package org.opora.operations.tls.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opora.operations.tls.domain.Identity;
import org.opora.operations.tls.domain.TlsFault;
import org.opora.operations.tls.domain.TlsFolder;

/** The authority of the house, judged by the certificate checks of the JDK. */
class LocalCaTest {
  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");

  @TempDir Path temp;
  private final LocalCa ca = at(NOW);

  private static LocalCa at(Instant moment) {
    return new LocalCa(Clock.fixed(moment, ZoneOffset.UTC));
  }

  private static List<ServerName> names(String... typed) throws TlsFault {
    return ServerName.all(List.of(typed));
  }

  private static void verify(Identity server, X509Certificate root, Instant moment)
      throws Exception {
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(moment));
    CertPathValidator.getInstance("PKIX")
        .validate(
            CertificateFactory.getInstance("X.509").generateCertPath(server.chain()), parameters);
  }

  @Test
  void theChainHoldsForTheNamesAndAsLongAsBrowsersTakeIt() throws Exception {
    Identity authority = ca.authority(names("Opora.Local", "192.168.1.10"));
    Identity server =
        ca.server(authority, names("Opora.Local", "192.168.1.10", "fd00::7", "10.1.2.3"));

    assertEquals(
        List.of("opora.local", "192.168.1.10", "fd00:0:0:0:0:0:0:7", "10.1.2.3"), server.names());
    assertEquals(
        Duration.ofDays(397),
        Duration.between(server.own().getNotBefore().toInstant(), server.until()));
    assertTrue(server.own().getNotBefore().toInstant().isBefore(NOW));
    verify(server, authority.last(), server.until().minusSeconds(1));
    assertThrows(
        CertPathValidatorException.class,
        () -> verify(server, authority.last(), server.until().plusSeconds(1)));
    assertTrue(server.own().getKeyUsage()[0], "it signs");
    assertFalse(server.own().getKeyUsage()[5], "it vouches for nobody");
    assertEquals(List.of("1.3.6.1.5.5.7.3.1"), server.own().getExtendedKeyUsage());
    assertEquals(List.of(server.own(), authority.own()), server.chain(), "the root stays at home");
    assertTrue(server.named("opora.local") && server.named("[fd00::7]"));
    assertFalse(server.named("evil.example") || server.named("[::1]") || server.named("["));
  }

  /** Whoever takes the key away can make the tablets believe in nothing but the centre. */
  @ParameterizedTest
  @ValueSource(strings = {"bank.example", "opora.local.example", "8.8.8.8", "2001:db8::1"})
  void theAuthoritySpeaksForNoOtherPlace(String other) throws Exception {
    Identity authority = ca.authority(names("opora.local", "192.0.2.7"));
    ca.server(authority, names("192.0.2.7", "desk.opora.local", "192.168.77.1"));
    TlsFault fault =
        assertThrows(TlsFault.class, () -> ca.server(authority, names("opora.local", other)));
    assertEquals("tls.outside", fault.code());
  }

  @Test
  void anAuthorityForAddressesOnlySpeaksForNoName() throws Exception {
    Identity authority = ca.authority(names("192.168.1.10"));
    assertEquals(List.of("192.168.1.10"), ca.server(authority, names("192.168.1.10")).names());
    assertThrows(TlsFault.class, () -> ca.server(authority, names("opora.local")));
  }

  /** The root is trusted by every tablet; nothing in the folder can sign in its name. */
  @Test
  void theKeyOfTheRootIsForgotten() throws Exception {
    Identity authority = ca.authority(names("opora.local"));
    assertTrue(Identity.belong(authority.key(), authority.own()));
    assertFalse(Identity.belong(authority.key(), authority.last()));
    assertEquals(1, authority.last().getBasicConstraints());
    assertEquals(0, authority.own().getBasicConstraints());
    assertTrue(authority.own().getCriticalExtensionOIDs().contains("2.5.29.30"));
    authority.last().verify(authority.last().getPublicKey());
  }

  @Test
  void aRenewalKeepsTheAuthorityAndChangesTheKey() throws Exception {
    Identity authority = ca.authority(names("opora.local"));
    Identity first = ca.server(authority, names("opora.local"));
    Instant later = first.until().minus(Duration.ofDays(20));
    Identity second = at(later).server(authority, ServerName.all(first.names()));
    verify(second, authority.last(), later);
    assertEquals(first.names(), second.names());
    assertNotEquals(first.key(), second.key());
    assertNotEquals(first.own().getSerialNumber(), second.own().getSerialNumber());
    assertTrue(LocalCa.issued(authority, second));
    assertFalse(LocalCa.issued(ca.authority(names("opora.local")), second));
  }

  @Test
  void noCertificateOutlivesTheAuthority() throws Exception {
    Identity authority = ca.authority(names("opora.local"));
    Instant late = authority.until().minus(Duration.ofDays(100));
    assertEquals(authority.until(), at(late).server(authority, names("opora.local")).until());
    TlsFault over =
        assertThrows(
            TlsFault.class,
            () -> at(authority.until().plusSeconds(1)).server(authority, names("opora.local")));
    assertEquals("tls.ca-expired", over.code());
  }

  @Test
  void keysAreReadByTheirOwnerOnly() throws Exception {
    TlsFolder folder = TlsFolder.of(temp.resolve("data"));
    Identity authority = ca.authority(names("opora.local"));
    Identity server = ca.server(authority, names("opora.local"));
    folder.authority(authority);
    folder.server(server);
    assertEquals("rwx------", mode(folder.path()));
    assertEquals("rw-------", mode(folder.serverFile()));
    assertEquals("rw-------", mode(folder.path().resolve("ca.pem")));
    assertEquals(temp.resolve("data.tls"), folder.path(), "outside of what a backup takes");
    assertEquals(server.chain(), folder.server().orElseThrow().chain());
    assertEquals(authority.key(), folder.authority().orElseThrow().key());
    assertFalse(Files.readString(folder.root()).contains("PRIVATE"));

    Files.setPosixFilePermissions(
        folder.serverFile(), PosixFilePermissions.fromString("rw-r-----"));
    assertEquals("tls.open-file", assertThrows(TlsFault.class, folder::server).code());
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "localhost",
        "*.opora.local",
        "opora local",
        "-a.example",
        "300.1.1.1",
        "1.2.3",
        "https://opora.local",
        "opora.local:8443",
        "::g",
        "fe80::1%eth0",
        "a..b",
        "10.0.0.0/8"
      })
  void whatIsNoNameIsRefused(String typed) {
    assertEquals(
        "tls.name", assertThrows(TlsFault.class, () -> ServerName.parse(typed)).code(), typed);
  }

  @Test
  void aNameWithAccentsIsWrittenAsBrowsersAskForIt() throws Exception {
    assertEquals("xn--nadje-x0a.local", ServerName.parse("Naděje.local").text());
  }
}
