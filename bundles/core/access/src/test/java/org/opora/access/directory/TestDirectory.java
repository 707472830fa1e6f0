package org.opora.access.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.OperationType;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.opora.api.access.Directory.Connection;

/** A directory that listens: by TLS on one port, and on another one plain or after StartTLS. */
public final class TestDirectory implements AutoCloseable {
  public static final String BASE = "dc=centre,dc=lan";
  public static final String ACCOUNT = "cn=opora," + BASE;
  public static final String SECRET = "what Opora says there";

  public final AtomicInteger binds = new AtomicInteger();
  public final AtomicInteger searches = new AtomicInteger();
  public final String certificates;
  private final InMemoryDirectoryServer server;

  /** Of this computer by its name. */
  public TestDirectory() throws Exception {
    this(new GeneralName(GeneralName.dNSName, "localhost"));
  }

  /**
   * @param name that its certificate is of
   */
  public TestDirectory(GeneralName name) throws Exception {
    KeyPair authority = pair();
    KeyPair own = pair();
    X509Certificate root = issued("CN=Authority", authority, authority, null);
    X509Certificate certificate = issued("CN=directory", own, authority, name);
    certificates = pem(root);
    SSLContext tls = tls(own, certificate, root);
    InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
    // Attributes of other makes are kept, too.
    config.setSchema(null);
    config.setAuthenticationRequiredOperationTypes(OperationType.SEARCH);
    config.addAdditionalBindCredentials(ACCOUNT, SECRET);
    config.addInMemoryOperationInterceptor(new Counting());
    InetAddress here = InetAddress.getByName("127.0.0.1");
    config.setListenerConfigs(
        InMemoryListenerConfig.createLDAPSConfig(
            "secure", here, 0, tls.getServerSocketFactory(), tls.getSocketFactory()),
        InMemoryListenerConfig.createLDAPConfig("plain", here, 0, tls.getSocketFactory()));
    server = new InMemoryDirectoryServer(config);
    server.startListening();
    server.add("dn: " + BASE, "objectClass: domain", "dc: centre");
    server.add("dn: ou=staff," + BASE, "objectClass: organizationalUnit", "ou: staff");
    server.add("dn: ou=guests," + BASE, "objectClass: organizationalUnit", "ou: guests");
  }

  public Connection connection() {
    return at("ldaps://localhost:" + server.getListenPort("secure"), false);
  }

  /** On the other port. */
  public Connection connection(boolean plain) {
    return at(
        "ldap://" + (plain ? "127.0.0.1:" : "localhost:") + server.getListenPort("plain"), plain);
  }

  public static Connection at(String address, boolean plain) {
    return new Connection(address, plain, ACCOUNT, BASE, "uid", null);
  }

  /** Somebody who works at the centre. */
  public void add(String name, String password) throws Exception {
    add("staff", name, password);
  }

  public void add(String place, String name, String password) throws Exception {
    server.add(
        "dn: cn=" + name + ",ou=" + place + "," + BASE,
        "objectClass: inetOrgPerson",
        "cn: " + name,
        "uid: " + name,
        "userPassword: " + password);
  }

  /** What is asked for may be found at another one as well, as this one says. */
  public void refersTo(TestDirectory other) throws Exception {
    String elsewhere = "ou=elsewhere," + BASE;
    other.server.add("dn: " + elsewhere, "objectClass: organizationalUnit", "ou: elsewhere");
    server.add(
        "dn: " + elsewhere,
        "objectClass: referral",
        "objectClass: extensibleObject",
        "ou: elsewhere",
        "ref: " + other.connection(true).address() + "/" + elsewhere);
  }

  public void remove(String name) throws Exception {
    server.delete(entry(name));
  }

  /** An attribute of this entry becomes another one. */
  public void change(String name, String attribute, String value) throws Exception {
    server.modify(entry(name), new Modification(ModificationType.REPLACE, attribute, value));
  }

  private static String entry(String name) {
    return "cn=" + name + ",ou=staff," + BASE;
  }

  public void stop() {
    server.shutDown(true);
  }

  /** On other ports. */
  public void again() throws Exception {
    server.startListening();
  }

  @Override
  public void close() {
    server.shutDown(true);
  }

  private final class Counting extends InMemoryOperationInterceptor {
    @Override
    public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) {
      binds.incrementAndGet();
    }

    @Override
    public void processSearchRequest(InMemoryInterceptedSearchRequest request) {
      searches.incrementAndGet();
    }
  }

  private static KeyPair pair() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }

  private static X509Certificate issued(
      String subject, KeyPair key, KeyPair authority, GeneralName name) throws Exception {
    Instant now = Instant.now();
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            new X500Name("CN=Authority"),
            BigInteger.valueOf(System.nanoTime()),
            Date.from(now.minus(Duration.ofDays(1))),
            Date.from(now.plus(Duration.ofDays(90))),
            new X500Name(subject),
            key.getPublic());
    if (name == null) {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    } else {
      builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(name));
    }
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate())));
  }

  private static SSLContext tls(KeyPair own, Certificate... chain) throws Exception {
    char[] nothing = new char[0];
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    keys.setKeyEntry("directory", own.getPrivate(), nothing, chain);
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, nothing);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static String pem(Certificate certificate) throws Exception {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }
}
