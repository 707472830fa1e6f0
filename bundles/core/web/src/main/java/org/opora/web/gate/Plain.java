package org.opora.web.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Who may speak to this house without TLS: this computer, and the server in front that the operator
 * has named and that says it was spoken to by TLS. However somebody has opened another door, nobody
 * else is answered there.
 */
final class Plain {
  private static final String PROTOCOL = "X-Forwarded-Proto";
  private static final String SECURE = "https";

  /** Each server on the way adds whom it heard: what the one in front added stands last. */
  private static final String HEARD = "X-Forwarded-For";

  private final InetAddress proxy;

  /**
   * @param proxy address of the server in front; null when there is none
   */
  Plain(String proxy) {
    this.proxy = proxy == null ? null : address(proxy);
  }

  /**
   * @return the request as it is, or as it came to the server in front; null when it is not to be
   *     answered
   */
  HttpServletRequest admit(HttpServletRequest http) {
    if (http.isSecure()) {
      return http;
    }
    InetAddress from = address(http.getRemoteAddr());
    String spoken = http.getHeader(PROTOCOL);
    if (proxy != null && proxy.equals(from) && spoken != null) {
      return SECURE.equals(spoken) ? new BySecure(http) : null;
    }
    return from != null && from.isLoopbackAddress() ? http : null;
  }

  /** An address and never a name: nobody is asked. */
  private static InetAddress address(String written) {
    try {
      boolean literal =
          written != null
              && (written.indexOf(':') >= 0 || written.matches("\\d{1,3}(\\.\\d{1,3}){3}"));
      return literal ? InetAddress.getByName(written) : null;
    } catch (UnknownHostException nonsense) {
      return null;
    }
  }

  /** What the browser sees. */
  private static final class BySecure extends HttpServletRequestWrapper {
    BySecure(HttpServletRequest http) {
      super(http);
    }

    @Override
    public boolean isSecure() {
      return true;
    }

    @Override
    public String getScheme() {
      return SECURE;
    }

    /** Or all who sign in there would be counted as one who guesses. */
    @Override
    public String getRemoteAddr() {
      String heard = getHeader(HEARD);
      String last = heard == null ? null : heard.substring(heard.lastIndexOf(',') + 1).strip();
      return address(last) == null ? super.getRemoteAddr() : last;
    }
  }
}
