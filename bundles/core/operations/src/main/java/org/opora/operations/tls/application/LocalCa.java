package org.opora.operations.tls.application;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.opora.operations.tls.domain.Identity;
import org.opora.operations.tls.domain.TlsFault;

/**
 * The house's own authority. A root signs one authority that may speak for the names of the centre
 * and for addresses of private networks only, and its key is forgotten at once: tablets trust the
 * root, and nobody, not even whoever takes the machine, can let it vouch for another place. The
 * limit stands below the root, because of a root itself not every program reads it.
 */
public final class LocalCa {
  private static final Duration EARLIER = Duration.ofDays(1);
  private static final Duration AUTHORITY = Duration.ofDays(3650);

  /** From the day before on the longest that browsers take without a murmur, 397 days. */
  private static final Duration SERVER = Duration.ofDays(397).minus(EARLIER);

  private static final List<String> PRIVATE_NETWORKS =
      List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");

  /** A name that exists nowhere: where the centre has only addresses, no other name is covered. */
  private static final String NOWHERE = "invalid";

  private static final int SERIAL_BITS = 126;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public LocalCa(Clock clock) {
    this.clock = clock;
  }

  /**
   * A new authority for these names.
   *
   * @return its key, its certificate, and the root
   */
  public Identity authority(List<ServerName> names) {
    try {
      String label = names.get(0).text() + " " + LocalDate.ofInstant(now(), ZoneOffset.UTC);
      KeyPair root = pair();
      KeyPair own = pair();
      X500Name rootName = name("Opora " + label);
      X509v3CertificateBuilder top = builder(rootName, rootName, root.getPublic(), AUTHORITY);
      top.addExtension(Extension.basicConstraints, true, new BasicConstraints(1));
      top.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
      X509v3CertificateBuilder below =
          builder(rootName, name("Opora server " + label), own.getPublic(), AUTHORITY);
      below.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      below.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
      below.addExtension(Extension.nameConstraints, true, constraints(names));
      below.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
      X509Certificate rootCertificate = signed(top, root.getPublic(), root.getPrivate());
      return new Identity(
          own.getPrivate(),
          List.of(signed(below, root.getPublic(), root.getPrivate()), rootCertificate));
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * A new key and certificate for the server.
   *
   * @throws TlsFault when the authority may not speak for one of the names, or ends itself
   */
  public Identity server(Identity authority, List<ServerName> names) throws TlsFault {
    X509Certificate issuer = authority.own();
    Instant last = authority.until();
    if (last.isBefore(now())) {
      throw new TlsFault("tls.ca-expired", LocalDate.ofInstant(last, ZoneOffset.UTC).toString());
    }
    try {
      KeyPair own = pair();
      X500Name above = X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded());
      Duration life = Duration.between(now(), last);
      X509v3CertificateBuilder builder =
          builder(
              above,
              name(names.get(0).text()),
              own.getPublic(),
              life.compareTo(SERVER) < 0 ? life : SERVER);
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(names.stream().map(ServerName::general).toArray(GeneralName[]::new)));
      X509Certificate certificate = signed(builder, issuer.getPublicKey(), authority.key());
      Identity server = new Identity(own.getPrivate(), List.of(certificate, issuer));
      prove(server, authority.last());
      return server;
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whether this authority has issued that certificate. */
  public static boolean issued(Identity authority, Identity server) {
    try {
      server.own().verify(authority.own().getPublicKey());
      return true;
    } catch (GeneralSecurityException other) {
      return false;
    }
  }

  /** What a browser would say of it is asked here, before anybody sees it. */
  private void prove(Identity server, X509Certificate root)
      throws GeneralSecurityException, TlsFault {
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(now()));
    try {
      CertPathValidator.getInstance("PKIX")
          .validate(
              CertificateFactory.getInstance("X.509").generateCertPath(server.chain()), parameters);
    } catch (CertPathValidatorException outside) {
      throw new TlsFault("tls.outside", String.join(", ", server.names()));
    }
  }

  private static NameConstraints constraints(List<ServerName> names) {
    List<GeneralSubtree> permitted = new ArrayList<>();
    names.forEach(name -> permitted.add(new GeneralSubtree(name.subtree())));
    if (names.stream().noneMatch(ServerName::isHost)) {
      permitted.add(new GeneralSubtree(new GeneralName(GeneralName.dNSName, NOWHERE)));
    }
    PRIVATE_NETWORKS.forEach(
        network ->
            permitted.add(new GeneralSubtree(new GeneralName(GeneralName.iPAddress, network))));
    return new NameConstraints(permitted.toArray(GeneralSubtree[]::new), null);
  }

  private X509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, PublicKey key, Duration life)
      throws GeneralSecurityException, CertIOException {
    Instant now = now();
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            issuer,
            new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS),
            // The clock of a tablet may go after ours.
            Date.from(now.minus(EARLIER)),
            Date.from(now.plus(life)),
            subject,
            key);
    builder.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
    return builder;
  }

  private static X509Certificate signed(
      X509v3CertificateBuilder builder, PublicKey issuer, PrivateKey key)
      throws GeneralSecurityException, OperatorCreationException, CertIOException {
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer));
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
  }

  private KeyPair pair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), random);
    return generator.generateKeyPair();
  }

  /** A field of a name takes 64 characters. */
  private static X500Name name(String common) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.CN, common.length() > 64 ? common.substring(0, 64) : common)
        .build();
  }

  private Instant now() {
    return clock.instant();
  }
}
