# El programa de una boya · The program of a buoy

# Quien lo quiere parar le manda TERM: acaba enseguida · Whoever wants it to stop sends TERM: it ends at once
trap 'exit 143' TERM

# Su página: quién responde · Its page: who answers
mkdir -p /www
hostname > /www/index.html

# Mientras exista este archivo, la boya está sana · While this file is there, the buoy is healthy
echo ok > /www/salud

# Segundos que tarda en poder atender · Seconds until it is able to serve
sleep "${ESPERA:-0}"
httpd -p 80 -h /www

while true; do
  sleep 60 &
  wait $!
done
