/** The port spoken to AWS KMS; the only package that names the AWS SDK. */
@NullMarked
package app.lunaria.envelope.kms.aws;

import org.jspecify.annotations.NullMarked;
