/** What lies in the folder of the certificates. */
package org.opora.operations.tls.domain;
