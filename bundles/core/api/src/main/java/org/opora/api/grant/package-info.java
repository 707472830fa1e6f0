/** Money of the state contribution: what is spent from it, for whom and by which right. */
@Export
@Version("1.0.0")
package org.opora.api.grant;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
