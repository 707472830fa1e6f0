package org.opora.operations.tls.application;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority somewhere else, and what it issues; good unless said otherwise. */
final class Foreign {
  private final Instant now;
  private final KeyPair root = pair("EC", 256);
  private final KeyPair middle = pair("EC", 256);
  final X509Certificate rootCertificate;
  final X509Certificate middleCertificate;
  KeyPair own = pair("EC", 256);
  String signing = "SHA256withECDSA";
  String name = "opora.centre.example";
  KeyPurposeId purpose = KeyPurposeId.id_kp_serverAuth;
  Duration begins = Duration.ofDays(-1);
  Duration ends = Duration.ofDays(90);

  Foreign(Instant now) throws Exception {
    this.now = now;
    rootCertificate = authority("CN=Root", root, "CN=Root", root.getPrivate());
    middleCertificate = authority("CN=Middle", middle, "CN=Root", root.getPrivate());
  }

  static KeyPair pair(String kind, int bits) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  private X509Certificate authority(String subject, KeyPair key, String issuer, PrivateKey above)
      throws Exception {
    X509v3CertificateBuilder builder =
        builder(issuer, subject, key, Duration.ofDays(-10), Duration.ofDays(3000));
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    return signed(builder, "SHA256withECDSA", above);
  }

  X509Certificate certificate() throws Exception {
    X509v3CertificateBuilder builder = builder("CN=Middle", "CN=server", own, begins, ends);
    if (name != null) {
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
    }
    if (purpose != null) {
      builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
    }
    return signed(builder, signing, middle.getPrivate());
  }

  private X509v3CertificateBuilder builder(
      String issuer, String subject, KeyPair key, Duration from, Duration until) {
    return new JcaX509v3CertificateBuilder(
        new X500Name(issuer),
        BigInteger.valueOf(System.nanoTime()),
        Date.from(now.plus(from)),
        Date.from(now.plus(until)),
        new X500Name(subject),
        key.getPublic());
  }

  private static X509Certificate signed(
      X509v3CertificateBuilder builder, String signing, PrivateKey key) throws Exception {
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new JcaContentSignerBuilder(signing).build(key)));
  }
}
