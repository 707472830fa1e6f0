/** The local authority, the certificate of the centre, and the door to the network. */
package org.opora.operations.tls.application;
