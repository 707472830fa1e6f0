/** Documents of families, for whoever sends them or writes them. */
@Export
@Version("1.3.0")
package org.opora.api.documents;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
