package org.opora.operations.tls.application;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.opora.operations.tls.domain.Identity;
import org.opora.operations.tls.domain.TlsFault;

/**
 * A certificate that the centre has from elsewhere, as the file or files it came in: PEM with key
 * and certificates in any order, or PKCS #12.
 */
public final class CentreCertificate {
  private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
  private static final String ANY_USE = "2.5.29.37.0";
  private static final int SHORTEST_RSA = 2048;
  private static final int SHORTEST_EC = 256;
  private static final String MARK = "-----BEGIN ";

  /** Of this class only: nobody else's cryptography changes because a file is read. */
  private final Provider provider = new BouncyCastleProvider();

  private final Clock clock;

  public CentreCertificate(Clock clock) {
    this.clock = clock;
  }

  /** Asks for the passphrase of a file, and only when it has one. */
  @FunctionalInterface
  public interface Asking {
    char[] passphrase() throws IOException;
  }

  /**
   * @throws TlsFault when a server cannot work with it
   */
  public Identity read(List<Path> files, Asking asking) throws IOException, TlsFault {
    List<X509Certificate> certificates = new ArrayList<>();
    List<PrivateKey> keys = new ArrayList<>();
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      if (text.contains(MARK)) {
        pem(file, text, asking, certificates, keys);
      } else {
        pkcs12(file, bytes, asking, certificates, keys);
      }
    }
    if (keys.size() != 1 || certificates.isEmpty()) {
      throw new TlsFault(keys.size() > 1 ? "tls.several" : "tls.half", "");
    }
    Identity identity = new Identity(keys.get(0), chain(keys.get(0), certificates));
    check(identity.own());
    return identity;
  }

  private void pem(
      Path file,
      String text,
      Asking asking,
      List<X509Certificate> certificates,
      List<PrivateKey> keys)
      throws IOException, TlsFault {
    JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
    try (PEMParser parser = new PEMParser(new StringReader(text))) {
      for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
        if (part instanceof X509CertificateHolder holder) {
          certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
        } else if (part instanceof PrivateKeyInfo key) {
          keys.add(converter.getPrivateKey(key));
        } else if (part instanceof PEMKeyPair pair) {
          keys.add(converter.getPrivateKey(pair.getPrivateKeyInfo()));
        } else if (part instanceof PEMEncryptedKeyPair sealed) {
          keys.add(converter.getPrivateKey(opened(file, sealed, asking)));
        } else if (part instanceof PKCS8EncryptedPrivateKeyInfo sealed) {
          keys.add(converter.getPrivateKey(opened(file, sealed, asking)));
        }
      }
    } catch (GeneralSecurityException | IOException | IllegalArgumentException unreadable) {
      throw new TlsFault("tls.file", file.toString());
    }
  }

  private PrivateKeyInfo opened(Path file, PEMEncryptedKeyPair sealed, Asking asking)
      throws IOException, TlsFault {
    char[] passphrase = asking.passphrase();
    try {
      return sealed
          .decryptKeyPair(
              new JcePEMDecryptorProviderBuilder().setProvider(provider).build(passphrase))
          .getPrivateKeyInfo();
    } catch (IOException | IllegalArgumentException wrong) {
      throw new TlsFault("tls.passphrase", file.toString());
    }
  }

  private PrivateKeyInfo opened(Path file, PKCS8EncryptedPrivateKeyInfo sealed, Asking asking)
      throws IOException, TlsFault {
    char[] passphrase = asking.passphrase();
    try {
      return sealed.decryptPrivateKeyInfo(
          new JceOpenSSLPKCS8DecryptorProviderBuilder().setProvider(provider).build(passphrase));
    } catch (PKCSException | OperatorCreationException | IllegalArgumentException wrong) {
      throw new TlsFault("tls.passphrase", file.toString());
    }
  }

  /** By the library: the JDK knows no passphrase with accents here. */
  private void pkcs12(
      Path file,
      byte[] bytes,
      Asking asking,
      List<X509Certificate> certificates,
      List<PrivateKey> keys)
      throws IOException, TlsFault {
    try {
      if (!new PKCS12PfxPdu(bytes).hasMac()) {
        throw new TlsFault("tls.file", file.toString());
      }
    } catch (IOException | RuntimeException nonsense) {
      throw new TlsFault("tls.file", file.toString());
    }
    char[] passphrase = asking.passphrase();
    try {
      KeyStore store = KeyStore.getInstance("PKCS12", provider);
      store.load(new ByteArrayInputStream(bytes), passphrase);
      for (String alias : Collections.list(store.aliases())) {
        Key key = store.getKey(alias, passphrase);
        if (key instanceof PrivateKey) {
          keys.add(
              new JcaPEMKeyConverter().getPrivateKey(PrivateKeyInfo.getInstance(key.getEncoded())));
          for (Certificate one : store.getCertificateChain(alias)) {
            certificates.add(plain(one));
          }
        } else {
          certificates.add(plain(store.getCertificate(alias)));
        }
      }
    } catch (IOException | GeneralSecurityException wrong) {
      throw new TlsFault("tls.passphrase", file.toString());
    }
  }

  /** As the JDK has them. */
  private static X509Certificate plain(Certificate certificate)
      throws IOException, GeneralSecurityException {
    return new JcaX509CertificateConverter()
        .getCertificate(new X509CertificateHolder(certificate.getEncoded()));
  }

  /** The certificate of the key first, then who issued it, up to below the root. */
  private static List<X509Certificate> chain(PrivateKey key, List<X509Certificate> all)
      throws TlsFault {
    X509Certificate own =
        all.stream()
            .filter(certificate -> Identity.belong(key, certificate))
            .findFirst()
            .orElseThrow(() -> new TlsFault("tls.mismatch", ""));
    List<X509Certificate> chain = new ArrayList<>();
    X509Certificate next = own;
    while (next != null && !chain.contains(next) && (next == own || !signedBy(next, next))) {
      chain.add(next);
      X509Certificate last = next;
      next =
          all.stream()
              .filter(above -> !above.equals(last) && signedBy(last, above))
              .findFirst()
              .orElse(null);
    }
    return chain;
  }

  private static boolean signedBy(X509Certificate certificate, X509Certificate above) {
    try {
      certificate.verify(above.getPublicKey());
      return certificate.getIssuerX500Principal().equals(above.getSubjectX500Principal());
    } catch (GeneralSecurityException other) {
      return false;
    }
  }

  /** What a browser would refuse is refused here, where somebody looks. */
  private void check(X509Certificate own) throws TlsFault {
    Instant now = clock.instant();
    if (own.getNotAfter().toInstant().isBefore(now)) {
      throw new TlsFault("tls.expired", day(own.getNotAfter().toInstant()));
    }
    if (own.getNotBefore().toInstant().isAfter(now)) {
      throw new TlsFault("tls.not-yet", day(own.getNotBefore().toInstant()));
    }
    String signed = own.getSigAlgName().toUpperCase(Locale.ROOT);
    if (signed.startsWith("SHA1") || signed.startsWith("MD5") || bits(own) == 0) {
      throw new TlsFault("tls.weak", own.getSigAlgName());
    }
    if (Identity.names(own).isEmpty()) {
      throw new TlsFault("tls.no-names", own.getSubjectX500Principal().getName());
    }
    try {
      List<String> uses = own.getExtendedKeyUsage();
      if (uses != null && !uses.contains(SERVER_AUTHENTICATION) && !uses.contains(ANY_USE)) {
        throw new TlsFault("tls.purpose", String.join(", ", own.getExtendedKeyUsage()));
      }
    } catch (GeneralSecurityException unreadable) {
      throw new TlsFault("tls.unreadable", String.valueOf(unreadable.getMessage()));
    }
  }

  /**
   * @return 0 when the key is too short or of an unknown kind
   */
  private static int bits(X509Certificate own) {
    Key key = own.getPublicKey();
    int bits =
        key instanceof RSAKey rsa
            ? rsa.getModulus().bitLength()
            : key instanceof ECKey ec ? ec.getParams().getCurve().getField().getFieldSize() : 0;
    return bits >= (key instanceof RSAKey ? SHORTEST_RSA : SHORTEST_EC) ? bits : 0;
  }

  private static String day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC).toString();
  }
}
