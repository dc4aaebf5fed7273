namespace Probe.Web;

/// <summary>Where the page, the health checks and the pull endpoint are served. Section <c>Probe:Web</c>.</summary>
public sealed class WebOptions
{
    /// <summary>The address and port to listen on, such as <c>127.0.0.1:9464</c> or <c>[::1]:9464</c>; empty turns the listener off.</summary>
    public string Listen { get; set; } = "127.0.0.1:9464";

    /// <summary>
    /// Names beside <c>localhost</c> and plain addresses by which clients may call us, in the <c>Host</c> header. Any other name is refused, so that a
    /// web page elsewhere can't reach us through a name of its own (DNS rebinding).
    /// </summary>
    public string[] Hosts { get; set; } = [];

    /// <summary>A file with the server's certificate, and those between it and the authority, in PEM; read again when it changes. Empty: plain HTTP.</summary>
    public string Certificate { get; set; } = "";

    /// <summary>A file with the certificate's key, in PEM; empty where it stands in the certificate's file.</summary>
    public string CertificateKey { get; set; } = "";

    /// <summary>The name that clients must give (basic authentication); empty: anyone may read.</summary>
    public string User { get; set; } = "";

    /// <summary>The password that goes with it: itself, <c>file:PATH</c> or <c>env:NAME</c>; a file is read again when it changes.</summary>
    public string Password { get; set; } = "";

    /// <summary>Listen beyond this machine without both a certificate and a password. Everyone on the network can then read what Probe sees.</summary>
    public bool AllowUnprotected { get; set; }
}
