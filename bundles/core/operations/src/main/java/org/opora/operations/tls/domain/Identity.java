package org.opora.operations.tls.domain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opora.operations.shared.SafeFiles;

/**
 * A private key and the certificates that go with it, the own one first. One file in PEM holds
 * both, so that one rename changes both.
 */
public record Identity(PrivateKey key, List<X509Certificate> chain) {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});
  private static final int DNS = 2;
  private static final int ADDRESS = 7;

  public Identity {
    chain = List.copyOf(chain);
  }

  /**
   * @throws TlsFault when there is no key, no certificate, or they do not belong together
   */
  public static Identity parse(String pem) throws TlsFault {
    byte[] key = null;
    List<X509Certificate> chain = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(pem);
    try {
      while (blocks.find()) {
        byte[] bytes = Base64.getMimeDecoder().decode(blocks.group(2));
        switch (blocks.group(1)) {
          case "PRIVATE KEY" -> key = bytes;
          case "CERTIFICATE" -> chain.add(certificate(bytes));
          default -> throw new TlsFault("tls.unreadable", blocks.group(1));
        }
      }
      if (key == null || chain.isEmpty()) {
        throw new TlsFault("tls.half", "");
      }
      String algorithm = chain.get(0).getPublicKey().getAlgorithm();
      Identity identity =
          new Identity(
              KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(key)),
              chain);
      if (!belong(identity.key, identity.own())) {
        throw new TlsFault("tls.mismatch", "");
      }
      return identity;
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      throw new TlsFault("tls.unreadable", String.valueOf(unreadable.getMessage()));
    }
  }

  private static X509Certificate certificate(byte[] bytes) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(bytes));
  }

  /** Whether what the key signs is proved by the certificate. */
  public static boolean belong(PrivateKey key, X509Certificate certificate) {
    String kind = certificate.getPublicKey().getAlgorithm();
    if (!kind.equals(key.getAlgorithm())) {
      return false;
    }
    try {
      Signature signature =
          Signature.getInstance(
              switch (kind) {
                case "EC" -> "SHA256withECDSA";
                case "RSA" -> "SHA256withRSA";
                default -> kind;
              });
      byte[] word = certificate.getSerialNumber().toByteArray();
      signature.initSign(key);
      signature.update(word);
      byte[] signed = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      signature.update(word);
      return signature.verify(signed);
    } catch (GeneralSecurityException other) {
      return false;
    }
  }

  public String pem() {
    StringBuilder pem = new StringBuilder(block("PRIVATE KEY", key.getEncoded()));
    chain.forEach(certificate -> pem.append(pem(certificate)));
    return pem.toString();
  }

  public static String pem(X509Certificate certificate) {
    return block("CERTIFICATE", encoded(certificate));
  }

  private static String block(String kind, byte[] bytes) {
    return "-----BEGIN "
        + kind
        + "-----\n"
        + LINES.encodeToString(bytes)
        + "\n-----END "
        + kind
        + "-----\n";
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public X509Certificate own() {
    return chain.get(0);
  }

  public X509Certificate last() {
    return chain.get(chain.size() - 1);
  }

  /** Until when all of it holds. */
  public Instant until() {
    return chain.stream()
        .map(certificate -> certificate.getNotAfter().toInstant())
        .min(Instant::compareTo)
        .orElseThrow();
  }

  /** SHA-256 of the own certificate, as browsers show it. */
  public String fingerprint() {
    return fingerprint(own());
  }

  public static String fingerprint(X509Certificate certificate) {
    byte[] digest = SafeFiles.sha256().digest(encoded(certificate));
    return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
  }

  /** Names and addresses of the own certificate, as they are typed. */
  public List<String> names() {
    return names(own());
  }

  public static List<String> names(X509Certificate certificate) {
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      return all == null
          ? List.of()
          : all.stream()
              .filter(name -> name.get(0).equals(DNS) || name.get(0).equals(ADDRESS))
              .map(name -> plain((int) name.get(0), name.get(1).toString()))
              .toList();
    } catch (CertificateParsingException none) {
      return List.of();
    }
  }

  /** The shape that {@link InetAddress} writes, so that two are compared letter by letter. */
  private static String plain(int kind, String name) {
    try {
      return kind == ADDRESS
          ? InetAddress.getByName(name).getHostAddress()
          : name.toLowerCase(Locale.ROOT);
    } catch (UnknownHostException impossible) {
      return name;
    }
  }

  /**
   * @param host in lower case, an address of version six in brackets
   */
  public boolean named(String host) {
    String wanted = host;
    if (host.startsWith("[") && host.endsWith("]")) {
      try {
        // In brackets it is an address or nothing; nobody is asked for a name.
        wanted = InetAddress.getByName(host).getHostAddress();
      } catch (UnknownHostException nonsense) {
        return false;
      }
    }
    for (String name : names()) {
      if (name.equals(wanted)
          || name.startsWith("*.")
              && wanted.indexOf('.') > 0
              && name.substring(1).equals(wanted.substring(wanted.indexOf('.')))) {
        return true;
      }
    }
    return false;
  }

  /** In memory only; the password is a form that the interface asks for. */
  public KeyStore keyStore(String password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "opora", key, password.toCharArray(), chain.toArray(X509Certificate[]::new));
      return store;
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
