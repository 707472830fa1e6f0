package org.opora.operations.tls.application;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.GeneralName;
import org.opora.operations.tls.domain.TlsFault;

/**
 * A name or an address under which browsers reach the server.
 *
 * @param text as a certificate shows it
 */
public record ServerName(String text, boolean isHost) {
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final Pattern ADDRESS_4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
  private static final Pattern ADDRESS_6 =
      Pattern.compile("[0-9a-f:]+(:\\d+\\.\\d+\\.\\d+\\.\\d+)?");
  private static final Pattern HOST =
      Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
  private static final Pattern NUMBER_LAST = Pattern.compile("(.*\\.)?\\d+");
  private static final int LONGEST = 253;

  /** Browsers keep for this one that it speaks TLS, and would not find the plain door any more. */
  private static final String HERE = "localhost";

  /**
   * @throws TlsFault when it is neither
   */
  public static ServerName parse(String typed) throws TlsFault {
    String name = typed.strip().toLowerCase(Locale.ROOT);
    try {
      if (ADDRESS_4.matcher(name).matches() || name.indexOf(':') >= 0) {
        if (name.indexOf(':') >= 0 && !ADDRESS_6.matcher(name).matches()) {
          throw new TlsFault("tls.name", typed);
        }
        // A literal: nobody is asked.
        return new ServerName(InetAddress.getByName(name).getHostAddress(), false);
      }
      String host = IDN.toASCII(name).toLowerCase(Locale.ROOT);
      if (!HOST.matcher(host).matches()
          || NUMBER_LAST.matcher(host).matches()
          || host.length() > LONGEST
          || host.equals(HERE)) {
        throw new TlsFault("tls.name", typed);
      }
      return new ServerName(host, true);
    } catch (UnknownHostException | IllegalArgumentException nonsense) {
      throw new TlsFault("tls.name", typed);
    }
  }

  /** The same for several. */
  public static List<ServerName> all(List<String> typed) throws TlsFault {
    List<ServerName> names = new ArrayList<>();
    for (String one : typed) {
      names.add(parse(one));
    }
    return names;
  }

  GeneralName general() {
    return new GeneralName(isHost ? GeneralName.dNSName : GeneralName.iPAddress, text);
  }

  /** What an authority may speak for on account of it; of an address only the very one. */
  GeneralName subtree() {
    return isHost
        ? general()
        : new GeneralName(GeneralName.iPAddress, text + (text.indexOf(':') < 0 ? "/32" : "/128"));
  }
}
