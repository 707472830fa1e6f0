/** Who acts for a child, and in what. */
@Export
@Version("1.1.0")
package org.opora.api.legal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
