/** Who gets what a centre writes about a family. */
@Export
@Version("2.0.0")
package org.opora.api.addressees;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
