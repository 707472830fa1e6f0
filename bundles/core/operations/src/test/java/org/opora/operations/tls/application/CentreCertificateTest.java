package org.opora.operations.tls.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.util.io.pem.PemObjectGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opora.operations.tls.domain.Identity;
import org.opora.operations.tls.domain.TlsFault;

/** A certificate of the centre in every dress in which offices hand them over. */
class CentreCertificateTest {
  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
  private static final String PASSPHRASE = "slunce a déšť";

  @TempDir Path temp;
  private Foreign foreign;
  private final CentreCertificate reader = new CentreCertificate(Clock.fixed(NOW, ZoneOffset.UTC));

  @BeforeEach
  void elsewhere() throws Exception {
    foreign = new Foreign(NOW);
  }

  private Identity read(Path... files) throws IOException, TlsFault {
    return reader.read(List.of(files), () -> fail("nobody is asked"));
  }

  private Identity read(String passphrase, Path... files) throws IOException, TlsFault {
    return reader.read(List.of(files), passphrase::toCharArray);
  }

  private Path file(String name, String... parts) throws IOException {
    return Files.writeString(temp.resolve(name), String.join("", parts));
  }

  private static String pem(PemObjectGenerator thing) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(thing);
    }
    return text.toString();
  }

  private static String pkcs8(PrivateKey key) throws IOException {
    return pem(new JcaPKCS8Generator(key, null));
  }

  private void refused(String code, Path... files) {
    assertEquals(code, assertThrows(TlsFault.class, () -> read(PASSPHRASE, files)).code());
  }

  @Test
  void pemInTwoFilesAndAnyOrderBecomesAChainWithoutTheRoot() throws Exception {
    X509Certificate own = foreign.certificate();
    Path certificates =
        file(
            "chain.pem",
            "Issued for the centre\n",
            Identity.pem(foreign.rootCertificate),
            Identity.pem(foreign.middleCertificate),
            Identity.pem(own));
    Identity identity = read(certificates, file("key.pem", pkcs8(foreign.own.getPrivate())));
    assertEquals(List.of(own, foreign.middleCertificate), identity.chain());
    assertEquals(List.of("opora.centre.example"), identity.names());
    Identity kept = Identity.parse(identity.pem());
    assertEquals(identity.chain(), kept.chain());
    assertEquals(identity.key(), kept.key());
  }

  @Test
  void rsaInOneFileWithTheKeyOfOldTools() throws Exception {
    foreign.own = Foreign.pair("RSA", 2048);
    Path file =
        file(
            "all.pem",
            pem(new JcaMiscPEMGenerator(foreign.own.getPrivate())),
            Identity.pem(foreign.certificate()));
    assertEquals(1, read(file).chain().size());
  }

  @Test
  void aSealedKeyIsOpenedWithItsPassphrase() throws Exception {
    foreign.own = Foreign.pair("RSA", 2048);
    String certificate = Identity.pem(foreign.certificate());
    Path modern =
        file(
            "modern.pem",
            certificate,
            pem(
                new JcaPKCS8Generator(
                    foreign.own.getPrivate(),
                    new JceOpenSSLPKCS8EncryptorBuilder(JcaPKCS8Generator.AES_256_CBC)
                        .setProvider(new BouncyCastleProvider())
                        .setRandom(new SecureRandom())
                        .setPassword(PASSPHRASE.toCharArray())
                        .build())));
    Path old =
        file(
            "old.pem",
            certificate,
            pem(
                new JcaMiscPEMGenerator(
                    foreign.own.getPrivate(),
                    new JcePEMEncryptorBuilder("AES-128-CBC")
                        .setProvider(new BouncyCastleProvider())
                        .build(PASSPHRASE.toCharArray()))));
    for (Path file : List.of(modern, old)) {
      assertEquals(foreign.own.getPrivate(), read(PASSPHRASE, file).key());
      TlsFault wrong = assertThrows(TlsFault.class, () -> read("déšť", file));
      assertEquals("tls.passphrase", wrong.code());
    }
  }

  @Test
  void pkcs12AsWindowsExportsIt() throws Exception {
    X509Certificate own = foreign.certificate();
    Path windows = pkcs12(KeyStore.getInstance("PKCS12"), "winter rain", own);
    assertEquals(List.of(own, foreign.middleCertificate), read("winter rain", windows).chain());
    assertTrue(Identity.belong(read("winter rain", windows).key(), own));
    Path accents =
        pkcs12(KeyStore.getInstance("PKCS12", new BouncyCastleProvider()), PASSPHRASE, own);
    assertEquals(List.of(own, foreign.middleCertificate), read(PASSPHRASE, accents).chain());
    assertEquals(
        "tls.passphrase", assertThrows(TlsFault.class, () -> read("déšť", accents)).code());
  }

  private Path pkcs12(KeyStore store, String passphrase, X509Certificate own) throws Exception {
    store.load(null, null);
    store.setKeyEntry(
        "server",
        foreign.own.getPrivate(),
        passphrase.toCharArray(),
        new X509Certificate[] {own, foreign.middleCertificate, foreign.rootCertificate});
    Path file = temp.resolve(passphrase.length() + ".pfx");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, passphrase.toCharArray());
    }
    return file;
  }

  @Test
  void whatBrowsersRefuseIsRefusedHere() throws Exception {
    Path key = file("key.pem", pkcs8(foreign.own.getPrivate()));
    refused("tls.half", key);
    refused("tls.half", file("alone.pem", Identity.pem(foreign.certificate())));
    refused("tls.file", file("notes.txt", "Dobrý den"));
    refused("tls.file", file("empty.pem"));
    refused(
        "tls.mismatch",
        file("other.pem", Identity.pem(foreign.certificate())),
        file("strange.pem", pkcs8(Foreign.pair("EC", 256).getPrivate())));
    refused("tls.several", key, key, file("a.pem", Identity.pem(foreign.certificate())));

    foreign.ends = Duration.ofHours(-1);
    refused("tls.expired", key, file("b.pem", Identity.pem(foreign.certificate())));
    foreign.ends = Duration.ofDays(9);
    foreign.begins = Duration.ofHours(1);
    refused("tls.not-yet", key, file("c.pem", Identity.pem(foreign.certificate())));
    foreign.begins = Duration.ofDays(-1);
    foreign.name = null;
    refused("tls.no-names", key, file("d.pem", Identity.pem(foreign.certificate())));
    foreign.name = "*.centre.example";
    foreign.purpose = KeyPurposeId.id_kp_emailProtection;
    refused("tls.purpose", key, file("e.pem", Identity.pem(foreign.certificate())));
    foreign.purpose = null;
    foreign.signing = "SHA1withECDSA";
    refused("tls.weak", key, file("f.pem", Identity.pem(foreign.certificate())));
    foreign.signing = "SHA256withECDSA";
    foreign.own = Foreign.pair("RSA", 1024);
    refused(
        "tls.weak",
        file("short.pem", pkcs8(foreign.own.getPrivate())),
        file("g.pem", Identity.pem(foreign.certificate())));
  }

  @Test
  void aStarStandsForOneLevel() throws Exception {
    foreign.name = "*.centre.example";
    Identity identity =
        read(
            file("k.pem", pkcs8(foreign.own.getPrivate())),
            file("w.pem", Identity.pem(foreign.certificate())));
    assertEquals(true, identity.named("opora.centre.example"));
    assertEquals(false, identity.named("centre.example"));
    assertEquals(false, identity.named("a.opora.centre.example"));
    assertEquals(false, identity.named(".centre.example"));
  }
}
